import type { TextEncoder } from './culture-model.ts';
import { addRow } from './packed-weights.ts';
import type { TextFeatures } from './text-features.ts';
import { countUnit } from './text-form.ts';

/**
 * What a text comes to, in a few figures of 0 or above that mean nothing by themselves: the network behind
 * weighs them.
 */
export type Gist = Float64Array;

/** The gist of nothing: no heading, no neighbour. */
export function emptyGist({ bias }: TextEncoder): Gist {
  return new Float64Array(bias.length);
}

/**
 * Takes the gist of a text: what its words add up to, the strongest word for each detector, and the figures of
 * how it is written. Whole numbers are added first, then everything in a fixed order: the same on every
 * engine.
 */
export function takeGist(encoder: TextEncoder, { tokens, figures }: TextFeatures): Gist {
  const { rowOf, senses, detectors, detectorBias, detectorWeights, figureWeights, bias } = encoder;
  const size = senses.columns;
  const detectorCount = detectors.columns;
  const sums = new Int32Array(size);
  const senseSteps = senses.steps;
  const detectorSteps = detectors.steps;
  const tops = new Int32Array(detectorCount).fill(-128);
  for (const token of tokens) {
    const row = rowOf(token);
    let at = row * size;
    for (let column = 0; column < size; column++) sums[column]! += senseSteps[at++]!;
    at = row * detectorCount;
    for (let column = 0; column < detectorCount; column++, at++) {
      const strength = detectorSteps[at]!;
      if (strength > tops[column]!) tops[column] = strength;
    }
  }
  const gist = bias.slice();
  const unit = countUnit(tokens.length) * senses.scale;
  for (let column = 0; column < size; column++) gist[column]! += unit * sums[column]!;
  if (tokens.length > 0) {
    for (let detector = 0; detector < detectorCount; detector++) {
      const strength = tops[detector]! * detectors.scale + detectorBias[detector]!;
      if (strength > 0) addRow(gist, detectorWeights, detector, strength);
    }
  }
  for (let index = 0; index < figures.length; index++) {
    const figure = figures[index]!;
    if (figure !== 0) addRow(gist, figureWeights, index, figure);
  }
  for (let column = 0; column < size; column++) if (gist[column]! < 0) gist[column] = 0;
  return gist;
}
