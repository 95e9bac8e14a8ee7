import type { PassageBlock, RecordKind } from '../terms/kinds.ts';
import type { ContextNetwork } from './culture-model.ts';
import type { Gist } from './gist.ts';

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

/** How many figures the network weighs. */
export function contextSize(gistSize: number): number {
  return gistsSeen * gistSize + kinds.length + blocks.length;
}

/** Log-odds of the labels, in the order of `passageLabels`. */
export type Scores = Float64Array;

/** Scores a passage in its context. The scores are good until the next call. */
export type ContextScorer = (around: GistInContext) => Scores;

/**
 * Makes a scorer: one hidden layer, and what each figure says directly. The figures that it weighs are the gists of the
 * passage, its nearest and its outermost heading, the passages just before and after, the mean of those further off,
 * then kind and block as 0 or 1.
 */
export function createContextScorer(network: ContextNetwork, gistSize: number): ContextScorer {
  const { hiddenBias, bias } = network;
  const outputWeights = network.outputWeights.values;
  const units = hiddenBias.length;
  const labels = bias.length;
  // A figure's weights on the hidden units and on the labels side by side, and their sums likewise.
  const width = units + labels;
  const weights = new Float64Array(contextSize(gistSize) * width);
  for (let index = 0; index * width < weights.length; index++) {
    for (let unit = 0; unit < units; unit++)
      weights[index * width + unit] = network.hiddenWeights.values[index * units + unit]!;
    for (let label = 0; label < labels; label++)
      weights[index * width + units + label] = network.directWeights.values[index * labels + label]!;
  }
  const inputs = new Float64Array(contextSize(gistSize));
  const sums = new Float64Array(width);
  const scores = new Float64Array(labels);
  const addMean = (slot: number, gists: readonly Gist[], from: number, to: number): void => {
    for (let each = from; each < to; each++) {
      const gist = gists[each]!;
      let at = slot * gistSize;
      for (let index = 0; index < gistSize; index++) inputs[at++]! += gist[index]! / (to - from);
    }
  };
  const setInputs = ({ own, headings, before, after, kind, block }: GistInContext): void => {
    inputs.fill(0);
    for (let index = 0; index < gistSize; index++) inputs[index] = own[index]!;
    addMean(1, headings, Math.max(0, headings.length - 1), headings.length);
    addMean(2, headings, 0, headings.length > 1 ? 1 : 0);
    addMean(3, before, Math.max(0, before.length - 1), before.length);
    addMean(4, after, 0, Math.min(1, after.length));
    addMean(5, before, 0, Math.max(0, before.length - 1));
    addMean(6, after, 1, Math.max(1, after.length));
    const place = gistsSeen * gistSize;
    const kindAt = kinds.indexOf(kind);
    if (kindAt >= 0) inputs[place + kindAt] = 1;
    inputs[place + kinds.length + blocks.indexOf(block)] = 1;
  };
  return (around) => {
    setInputs(around);
    sums.set(hiddenBias);
    sums.set(bias, units);
    for (let index = 0; index < inputs.length; index++) {
      const input = inputs[index]!;
      if (input === 0) continue;
      let at = index * width;
      for (let sum = 0; sum < width; sum++) sums[sum]! += input * weights[at++]!;
    }
    for (let label = 0; label < labels; label++) scores[label] = sums[units + label]!;
    for (let unit = 0; unit < units; unit++) {
      const strength = sums[unit]!;
      if (strength <= 0) continue;
      let at = unit * labels;
      for (let label = 0; label < labels; label++) scores[label]! += strength * outputWeights[at++]!;
    }
    return scores;
  };
}
