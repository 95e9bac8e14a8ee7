import { createCultureReader } from '../server/src/culture/culture-reader.ts';
import { parseCultureModel } from '../server/src/culture/culture-model.ts';
import type { CultureReader } from '../server/src/culture/culture.ts';
import { share } from '../server/src/culture/agreement.ts';
import type { PassageLabel } from '../server/src/terms/cultures.ts';
import type { FittedModels } from './fit-all.ts';
import { alone, readHardPairs, readTable1, readTellings, type HardPair, type Tellings } from './sets.ts';
import { decimal, markdownTable, percent } from './tables.ts';

/** The sets that are looked at by themselves, read by the model that is shipped: it never saw the pairs or tellings. */
export function describeSets({ file, inputs }: Pick<FittedModels, 'file' | 'inputs'>): string {
  const reader = createCultureReader(parseCultureModel(file), inputs.lexicon);
  const cells = readTable1();
  const own = cells.filter(({ text, label }) => labelOf(reader, text) === label).length;
  return [
    '### Table 1',
    `${own} of its ${cells.length} cells are read as their own column. They are among what the model learns from: this is a promise kept, not a test.`,
    '### Hard pairs',
    describePairs(scorePairs(reader, readHardPairs())),
    '### Four Englishes',
    describeTellings(scoreTellings(reader, readTellings())),
  ].join('\n\n');
}

/** What a reader made of a text alone, the best guess. */
export function labelOf(reader: CultureReader, text: string): PassageLabel {
  return reader.read(alone(text)).best;
}

/** How many texts and how many whole pairs are read as labelled, by kind. */
export interface PairScore {
  readonly kind: string;
  readonly pairs: number;
  readonly bothRight: number;
  readonly textsRight: number;
  /** Pairs of which the two texts are read as different cultures, right or not. */
  readonly toldApart: number;
}

/** Reads pairs; one score for each kind, in order. */
export function scorePairs(reader: CultureReader, pairs: readonly HardPair[]): PairScore[] {
  return [...new Set(pairs.map(({ kind }) => kind))].map((kind) => {
    const read = pairs
      .filter((pair) => pair.kind === kind)
      .map(({ texts }) => texts.map(({ text, label }) => ({ label, given: labelOf(reader, text) })));
    return {
      kind,
      pairs: read.length,
      bothRight: read.filter((texts) => texts.every(({ given, label }) => given === label)).length,
      textsRight: read.flat().filter(({ given, label }) => given === label).length,
      toldApart: read.filter(([first, second]) => first?.given !== second?.given).length,
    };
  });
}

function describePairs(scores: readonly PairScore[]): string {
  const total = scores.reduce((sum, score) => ({
    kind: 'all',
    pairs: sum.pairs + score.pairs,
    bothRight: sum.bothRight + score.bothRight,
    textsRight: sum.textsRight + score.textsRight,
    toldApart: sum.toldApart + score.toldApart,
  }));
  return markdownTable(
    ['what makes it hard', 'pairs', 'texts as labelled', 'told apart', 'both as labelled'],
    [...scores, total].map(({ kind, pairs, bothRight, textsRight, toldApart }) => [
      kind,
      pairs,
      percent(share(textsRight, 2 * pairs)),
      percent(share(toldApart, pairs)),
      percent(share(bothRight, pairs)),
    ]),
  );
}

/** How alike the tellings of a passage are read. */
export interface TellingScore {
  readonly passages: number;
  /** Passages whose tellings are all read as the same culture. */
  readonly alike: number;
  /** For each English: how many tellings are read as the standard one, and how many as labelled. */
  readonly byEnglish: ReadonlyMap<string, { readonly asStandard: number; readonly asLabelled: number }>;
}

/** Reads the tellings. */
export function scoreTellings(reader: CultureReader, tellings: readonly Tellings[]): TellingScore {
  const read = tellings.map(({ label, texts }) => ({
    label,
    given: new Map([...texts].map(([english, text]) => [english, labelOf(reader, text)])),
  }));
  const englishes = [...(tellings[0]?.texts.keys() ?? [])];
  const standard = englishes[0] ?? '';
  return {
    passages: read.length,
    alike: read.filter(({ given }) => new Set(given.values()).size === 1).length,
    byEnglish: new Map(
      englishes.map((english) => [
        english,
        {
          asStandard: read.filter(({ given }) => given.get(english) === given.get(standard)).length,
          asLabelled: read.filter(({ given, label }) => given.get(english) === label).length,
        },
      ]),
    ),
  };
}

function describeTellings({ passages, alike, byEnglish }: TellingScore): string {
  return [
    `${percent(share(alike, passages))} of ${passages} passages are read alike in all ${byEnglish.size} Englishes (${decimal(share(alike, passages))}).`,
    markdownTable(
      ['English', 'read as in standard English', 'read as labelled'],
      [...byEnglish].map(([english, { asStandard, asLabelled }]) => [
        english,
        percent(share(asStandard, passages)),
        percent(share(asLabelled, passages)),
      ]),
    ),
  ].join('\n\n');
}
