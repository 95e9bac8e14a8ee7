import type { PassageBlock, RecordKind } from '../terms/kinds.ts';
import type { ContextNetwork } from './culture-model.ts';
import type { Gist } from './gist.ts';
import { addRow } from './packed-weights.ts';

/** `unknown` has no figure of its own: a record whose kind can't be told is read without regard to kind. */
const kinds: readonly RecordKind[] = ['supervision', 'group', 'log', 'journal'];
const blocks: readonly PassageBlock[] = ['paragraph', 'item', 'quote', 'row'];

/** A passage's gist and the gists around it. */
export interface GistInContext {
  readonly own: Gist;
  /** Outermost first. */
  readonly headings: readonly Gist[];
  /** In reading order: the nearest is last. */
  readonly before: readonly Gist[];
  /** In reading order: the nearest is first. */
  readonly after: readonly Gist[];
  readonly kind: RecordKind;
  readonly block: PassageBlock;
}

/** The gists that the network sees side by side: the passage's own and six around it. */
const gistsSeen = 7;

/** How many figures {@link contextInputs} gives. */
export function contextSize(gistSize: number): number {
  return gistsSeen * gistSize + kinds.length + blocks.length;
}

/** Log-odds of the labels, in the order of `passageLabels`. */
export type Scores = Float64Array;

/**
 * The figures that the network weighs: the gists of the passage, its nearest and its outermost heading, the
 * passages just before and after, the mean of those further off, then kind and block as 0 or 1.
 */
export function contextInputs({ own, headings, before, after, kind, block }: GistInContext): Float64Array {
  const size = own.length;
  const inputs = new Float64Array(contextSize(size));
  inputs.set(own, 0);
  addMean(inputs, size, headings.slice(-1));
  addMean(inputs, 2 * size, headings.length > 1 ? headings.slice(0, 1) : []);
  addMean(inputs, 3 * size, before.slice(-1));
  addMean(inputs, 4 * size, after.slice(0, 1));
  addMean(inputs, 5 * size, before.slice(0, -1));
  addMean(inputs, 6 * size, after.slice(1));
  const place = gistsSeen * size;
  const kindAt = kinds.indexOf(kind);
  if (kindAt >= 0) inputs[place + kindAt] = 1;
  inputs[place + kinds.length + blocks.indexOf(block)] = 1;
  return inputs;
}

function addMean(inputs: Float64Array, start: number, gists: readonly Gist[]): void {
  for (const gist of gists) {
    for (let index = 0; index < gist.length; index++) inputs[start + index]! += gist[index]! / gists.length;
  }
}

/** Scores a passage in its context: one hidden layer, and what each figure says directly. */
export function scoreContext(network: ContextNetwork, inputs: Float64Array): Scores {
  const { hiddenWeights, hiddenBias, outputWeights, directWeights, bias } = network;
  const hidden = hiddenBias.slice();
  const scores = bias.slice();
  for (let index = 0; index < inputs.length; index++) {
    const input = inputs[index]!;
    if (input === 0) continue;
    addRow(hidden, hiddenWeights, index, input);
    addRow(scores, directWeights, index, input);
  }
  for (let index = 0; index < hidden.length; index++) {
    if (hidden[index]! > 0) addRow(scores, outputWeights, index, hidden[index]!);
  }
  return scores;
}
