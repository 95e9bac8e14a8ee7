import type { WordBook } from '../text/word-book.ts';
import type { TextEncoder } from './culture-model.ts';
import type { TextFeatures } from './text-features.ts';
import { countUnit } from './text-form.ts';

/**
 * What a text comes to, in a few figures of 0 or above that mean nothing by themselves: the network behind
 * weighs them. A plain array: so short a typed one costs more to make than to fill.
 */
export type Gist = readonly number[];

/** Half a number of 32 bits holds a sum of so many bytes that stand `raise` higher. */
const halfBits = 16;
const halfMask = 0xffff;
const raise = 128;
const wordsInPairs = 256;

/** Takes the gist of a text out of its features. */
export type GistTaker = (features: Pick<TextFeatures, 'tokens' | 'figures'>) => Gist;

/** The gist of nothing: no heading, no neighbour. */
export function emptyGist({ bias }: TextEncoder): Gist {
  return Array.from(bias, () => 0);
}

/**
 * Makes a taker: what a text's words add up to, the strongest word for each detector, and the figures of how it is
 * written. Whole numbers are added first, then everything in a fixed order: the same on every engine. The sums are
 * made in the same few arrays each time. `book` is where the texts' words are from.
 */
export function createGistTaker(encoder: TextEncoder, book: WordBook): GistTaker {
  const { rowOf, senses, detectors, detectorBias, detectorWeights, figureWeights, bias } = encoder;
  const size = senses.columns;
  const detectorCount = detectors.columns;
  const senseSteps = senses.steps;
  const detectorSteps = detectors.steps;
  const ofDetectors = detectorWeights.values;
  const ofFigures = figureWeights.values;
  const sums = new Int32Array(size);
  const pairSums = new Int32Array(Math.ceil(size / 2));
  const tops = new Int32Array(detectorCount);
  const gist = new Float64Array(size);
  const offsets = new Map<number, number>();
  // Row by row, side by side: the senses, two to a number, so that two are added at once; how many detectors it sets
  // off; each of them and how strongly. Senses stand half a byte's range higher, so that no sum is below 0.
  const pairs = Math.ceil(size / 2);
  let shelf = new Int32Array(1 << 14);
  let used = 0;
  const weightsOf = book.createNotes((form) => {
    const row = rowOf(form);
    const from = offsets.get(row) ?? used;
    if (from < used) return from;
    if (used + pairs + 1 + 2 * detectorCount > shelf.length) {
      const wider = new Int32Array(2 * shelf.length);
      wider.set(shelf);
      shelf = wider;
    }
    const senseAt = (column: number): number =>
      (column < size ? senseSteps[row * size + column]! : 0) + raise;
    for (let pair = 0; pair < pairs; pair++)
      shelf[used++] = senseAt(2 * pair) | (senseAt(2 * pair + 1) << halfBits);
    const count = used++;
    for (let detector = 0; detector < detectorCount; detector++) {
      const strength = detectorSteps[row * detectorCount + detector]!;
      if (strength * detectors.scale + detectorBias[detector]! <= 0) continue;
      shelf[used++] = detector;
      shelf[used++] = strength;
    }
    shelf[count] = used - count - 1;
    offsets.set(row, from);
    return from;
  });
  const addWord = (from: number): void => {
    let at = from;
    for (let pair = 0; pair < pairs; pair++) pairSums[pair]! += shelf[at++]!;
    const end = at + 1 + shelf[at]!;
    for (at++; at < end; at += 2) {
      const detector = shelf[at]!;
      if (shelf[at + 1]! > tops[detector]!) tops[detector] = shelf[at + 1]!;
    }
  };
  /** Adds what so many words have come to in pairs. */
  const addPairs = (words: number): void => {
    for (let column = 0; column < size; column++) {
      const pair = pairSums[column >> 1]!;
      sums[column]! += ((column & 1) === 0 ? pair & halfMask : pair >>> halfBits) - raise * words;
    }
    pairSums.fill(0);
  };
  return ({ tokens, figures }) => {
    sums.fill(0);
    tops.fill(-128);
    for (let index = 0; index < tokens.length; index++) {
      if (index > 0 && index % wordsInPairs === 0) addPairs(wordsInPairs);
      addWord(weightsOf(tokens[index]!));
    }
    addPairs(tokens.length === 0 ? 0 : ((tokens.length - 1) % wordsInPairs) + 1);
    const unit = countUnit(tokens.length) * senses.scale;
    for (let column = 0; column < size; column++) gist[column] = bias[column]! + unit * sums[column]!;
    for (let detector = 0; detector < detectorCount && tokens.length > 0; detector++) {
      const strength = tops[detector]! * detectors.scale + detectorBias[detector]!;
      if (strength <= 0) continue;
      let at = detector * size;
      for (let column = 0; column < size; column++) gist[column]! += strength * ofDetectors[at++]!;
    }
    for (let index = 0; index < figures.length; index++) {
      const figure = figures[index]!;
      if (figure === 0) continue;
      let at = index * size;
      for (let column = 0; column < size; column++) gist[column]! += figure * ofFigures[at++]!;
    }
    const taken: number[] = [];
    for (let column = 0; column < size; column++) taken.push(gist[column]! < 0 ? 0 : gist[column]!);
    return taken;
  };
}
