import type { PassageBlock, RecordKind } from '../server/src/terms/kinds.ts';
import { createRowFinder } from '../server/src/culture/word-rows.ts';
import { countUnit } from '../server/src/culture/text-form.ts';
import { figureNames } from '../server/src/culture/text-features.ts';
import { passageLabels } from '../server/src/terms/cultures.ts';
import type { LabelledPassage } from './corpus.ts';
import type { TrainingInputs } from './inputs.ts';
import {
  createNetwork,
  learnBatch,
  parametersOf,
  type Batch,
  type Network,
  type PassageInput,
  type TextInput,
} from './network.ts';
import { createRandom, nextNormal, shuffle, type Random } from './random.ts';
import type { TrainingSettings } from './training-settings.ts';

/** A network that has learned, and the words it knows: row 0 of its vectors is the unknown word. */
export interface FittedNetwork {
  readonly network: Network;
  /** In the order of rows, from row 1 on. */
  readonly words: readonly string[];
}

/** A passage with a secondary label teaches both; spec section 3 gives the secondary a third of the words. */
const secondaryShare = 0.3;

/** The rate never falls below this share of the full one. */
const leastRate = 0.02;

/** In the order of the context's inputs. */
const kinds: readonly RecordKind[] = ['supervision', 'group', 'log', 'journal'];
const blocks: readonly PassageBlock[] = ['paragraph', 'item', 'quote', 'row'];

/** Fits a network to passages: the same passages, inputs and settings give the same network, bit for bit. */
export function fitNetwork(
  passages: readonly LabelledPassage[],
  inputs: TrainingInputs,
  settings: TrainingSettings,
): FittedNetwork {
  const random = createRandom(settings.seed);
  const words = chooseWords(passages, inputs, settings.leastRecords);
  const rowOf = createRowFinder(words);
  const vectors = startVectors(words, inputs, settings.vectorSpread, random);
  const network = createNetwork(vectors, inputs.vectors.dimensions, figureNames.length, settings, random);
  const weights = labelWeights(passages, settings.balance);
  const records = groupByRecord(passages);
  const steps = settings.epochs * Math.ceil(records.length / settings.recordsPerStep);
  let step = 0;
  for (let epoch = 0; epoch < settings.epochs; epoch++) {
    shuffle(records, random);
    for (let from = 0; from < records.length; from += settings.recordsPerStep) {
      const some = records.slice(from, from + settings.recordsPerStep).flat();
      learnBatch(network, toBatch(some, inputs, rowOf, weights), random);
      const rate = Math.max(leastRate, 1 - step / steps);
      for (const parameters of parametersOf(network)) parameters.step(rate);
      step++;
    }
  }
  return { network, words };
}

/** All words that have a vector, then those that stand in enough records. */
function chooseWords(
  passages: readonly LabelledPassage[],
  { vectors, featuresOf, lexicon: { book } }: TrainingInputs,
  leastRecords: number,
): string[] {
  const records = new Map<string, Set<string>>();
  for (const { passage, record } of passages) {
    for (const text of [passage.text, ...passage.headings]) {
      for (const token of featuresOf(text).tokens.map(book.formOf)) {
        let set = records.get(token);
        if (!set) records.set(token, (set = new Set()));
        set.add(record);
      }
    }
  }
  const common = [...records].filter(([, set]) => set.size >= leastRecords).map(([token]) => token);
  return [...new Set([...vectors.words, ...common.sort()])];
}

function startVectors(
  words: readonly string[],
  { vectors: { dimensions, starts, values } }: TrainingInputs,
  spread: number,
  random: Random,
): Float32Array {
  let squares = 0;
  for (const value of values) squares += value * value;
  const scale = spread / Math.sqrt(squares / values.length);
  const start = new Float32Array((words.length + 1) * dimensions);
  ['', ...words].forEach((word, row) => {
    const from = starts.get(word);
    for (let at = 0; at < dimensions; at++)
      start[row * dimensions + at] =
        from === undefined ? 0.2 * spread * nextNormal(random) : scale * values[from + at]!;
  });
  return start;
}

/** How much a passage of each label counts. */
function labelWeights(passages: readonly LabelledPassage[], balance: number): number[] {
  const even = passages.length / passageLabels.length;
  return passageLabels.map((label) => {
    const count = Math.max(1, passages.filter(({ primary }) => primary === label).length);
    return fourthRoots(even / count, Math.round(balance * 4));
  });
}

/** `base` to the power of `fourths` / 4: exact everywhere, unlike `Math.pow`. */
function fourthRoots(base: number, fourths: number): number {
  const root = Math.sqrt(Math.sqrt(base));
  let result = 1;
  for (let count = 0; count < fourths; count++) result *= root;
  return result;
}

function groupByRecord(passages: readonly LabelledPassage[]): LabelledPassage[][] {
  const records = new Map<string, LabelledPassage[]>();
  for (const passage of passages) {
    const record = records.get(passage.record);
    if (record) record.push(passage);
    else records.set(passage.record, [passage]);
  }
  return [...records.values()];
}

function toBatch(
  passages: readonly LabelledPassage[],
  { featuresOf, lexicon: { book } }: TrainingInputs,
  rowOf: (word: string) => number,
  weights: readonly number[],
): Batch {
  const texts: TextInput[] = [];
  const places = new Map<string, number>();
  const placeOf = (text: string | undefined): number => {
    if (text === undefined) return -1;
    const known = places.get(text);
    if (known !== undefined) return known;
    const { tokens, figures } = featuresOf(text);
    places.set(text, texts.length);
    texts.push({
      words: Int32Array.from(tokens, (token) => rowOf(book.formOf(token))),
      unit: countUnit(tokens.length),
      figures,
    });
    return texts.length - 1;
  };
  const inputs = passages.map(({ passage, primary, secondary }): PassageInput => {
    const { text, headings, before, after, kind, block } = passage;
    const label = passageLabels.indexOf(primary);
    const wanted = passageLabels.map((candidate) => {
      if (candidate === primary) return secondary === undefined ? 1 : 1 - secondaryShare;
      return candidate === secondary ? secondaryShare : 0;
    });
    const kindAt = kinds.indexOf(kind);
    return {
      own: placeOf(text),
      single: [
        placeOf(headings.at(-1)),
        placeOf(headings.length > 1 ? headings[0] : undefined),
        placeOf(before.at(-1)),
        placeOf(after[0]),
      ],
      further: [before.slice(0, -1).map(placeOf), after.slice(1).map(placeOf)],
      places: [...(kindAt < 0 ? [] : [kindAt]), kinds.length + blocks.indexOf(block)],
      wanted: wanted.map((right) => right * weights[label]!),
    };
  });
  return { texts, passages: inputs };
}
