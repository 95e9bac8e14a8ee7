import type { Calibration, CultureModelFile } from '../server/src/culture/culture-model.ts';
import type { FittedNetwork } from './fit-network.ts';
import type { Parameters } from './parameters.ts';

/** What goes into a model file besides the network. */
export interface ModelParts {
  readonly inputs: string;
  readonly calibration: Calibration;
  readonly shownWords: readonly string[];
}

/** Rounds a fitted network to what its file can hold: a signed byte for each weight of a word. */
export function packModel({ network, words }: FittedNetwork, parts: ModelParts): CultureModelFile {
  const { gist, detectors } = network.settings;
  const senses = foldSenses(network);
  return {
    version: 2,
    inputs: parts.inputs,
    encoder: {
      words: words.join(' '),
      senses: packRows(senses, gist),
      detectors: packRows(foldDetectors(network), detectors),
      detectorBias: packNumbers(network.detectorBias.values),
      detectorWeights: packMatrix(network.detectorOut),
      figureWeights: packMatrix(network.figureWeights),
      bias: packNumbers(network.gistBias.values),
    },
    context: {
      hiddenWeights: packMatrix(network.hiddenWeights),
      hiddenBias: packNumbers(network.hiddenBias.values),
      outputWeights: packMatrix(network.outputWeights),
      directWeights: packMatrix(network.directWeights),
      bias: packNumbers(network.outputBias.values),
    },
    calibration: parts.calibration,
    shownWords: parts.shownWords.join(' '),
  };
}

/**
 * What each word adds to a gist: its own row, and its vector through the weights of the mean. Both are linear,
 * so the vectors themselves need not be shipped.
 */
function foldSenses({
  vectors,
  words,
  meanWeights,
  settings: { gist },
}: FittedNetwork['network']): Float64Array {
  const dimensions = vectors.columns;
  const folded = Float64Array.from(words.values);
  for (let row = 0; row * gist < folded.length; row++) {
    for (let at = 0; at < dimensions; at++) {
      const value = vectors.values[row * dimensions + at]!;
      for (let to = 0; to < gist; to++)
        folded[row * gist + to]! += value * meanWeights.values[at * gist + to]!;
    }
  }
  return folded;
}

/** How strongly each word sets off each detector. */
function foldDetectors({
  vectors,
  detectorWeights,
  settings: { detectors },
}: FittedNetwork['network']): Float64Array {
  const dimensions = vectors.columns;
  const rows = vectors.values.length / dimensions;
  const folded = new Float64Array(rows * detectors);
  for (let row = 0; row < rows; row++) {
    for (let detector = 0; detector < detectors; detector++) {
      let sum = 0;
      for (let at = 0; at < dimensions; at++)
        sum += detectorWeights.values[detector * dimensions + at]! * vectors.values[row * dimensions + at]!;
      folded[row * detectors + detector] = sum;
    }
  }
  return folded;
}

const largestStep = 127;

/** The size of a step, with three significant digits: the file says exactly what is meant. */
function packRows(values: Float64Array, columns: number): CultureModelFile['encoder']['senses'] {
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-6);
  const scale = Number((largest / largestStep).toPrecision(3));
  const steps = Int8Array.from(values, (value) =>
    Math.max(-largestStep, Math.min(largestStep, Math.round(value / scale))),
  );
  return { columns, scale, rows: Buffer.from(steps.buffer).toString('base64') };
}

function packMatrix({ values, columns }: Parameters): { columns: number; values: number[] } {
  return { columns, values: packNumbers(values) };
}

/** JSON knows no -0, so neither does the model. */
function packNumbers(values: Float32Array): number[] {
  return Array.from(values, (value) => Number(value.toFixed(4)) + 0);
}
