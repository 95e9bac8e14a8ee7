import * as z from 'zod/mini';
import { contextSize } from './context.ts';
import { createRowFinder } from './word-rows.ts';
import {
  matrixSchema,
  packedRowsSchema,
  unpackMatrix,
  unpackRows,
  type Matrix,
  type PackedRows,
} from './packed-weights.ts';
import { figureNames } from './text-features.ts';
import { passageLabels } from '../terms/cultures.ts';

const share = z.number().check(z.minimum(0), z.maximum(1));
const numbers = z.array(z.number());

const modelSchema = z.strictObject({
  version: z.literal(2),
  inputs: z.string(),
  encoder: z.strictObject({
    words: z.string(),
    senses: packedRowsSchema,
    detectors: packedRowsSchema,
    detectorBias: numbers,
    detectorWeights: matrixSchema,
    figureWeights: matrixSchema,
    bias: numbers,
  }),
  context: z.strictObject({
    hiddenWeights: matrixSchema,
    hiddenBias: numbers,
    outputWeights: matrixSchema,
    directWeights: matrixSchema,
    bias: numbers,
  }),
  calibration: z.strictObject({
    temperature: z.number().check(z.positive()),
    decideFrom: share,
    secondaryFrom: share,
  }),
  shownWords: z.string(),
});

/** Turns a text into a gist: a few figures of what it is about and how it speaks. See `gist.ts`. */
export interface TextEncoder {
  /** The row of a word in `senses` and `detectors`; row 0 stands for every word that isn't known. */
  readonly rowOf: (word: string) => number;
  /** What a word adds to the gist. */
  readonly senses: PackedRows;
  /** How strongly a word sets off each detector; a text sets it off as strongly as its strongest word. */
  readonly detectors: PackedRows;
  readonly detectorBias: Float64Array;
  readonly detectorWeights: Matrix;
  /** By `figureNames` of the text features. */
  readonly figureWeights: Matrix;
  readonly bias: Float64Array;
}

/** Weighs the gist of a passage with those of its headings and neighbours. See `context.ts`. */
export interface ContextNetwork {
  readonly hiddenWeights: Matrix;
  readonly hiddenBias: Float64Array;
  readonly outputWeights: Matrix;
  readonly directWeights: Matrix;
  readonly bias: Float64Array;
}

/** Turns scores into probabilities and decisions; every number is fitted on writers left out. */
export interface Calibration {
  /** Scores are divided by it before they become probabilities. */
  readonly temperature: number;
  /** Least confidence (0..1) at which a reading is decided. */
  readonly decideFrom: number;
  /** Least ratio (0..1) of the second culture's probability to the best one's for it to be secondary. */
  readonly secondaryFrom: number;
}

/** All that reading a passage needs besides the cue lexicon. */
export interface CultureModel {
  /** A fingerprint of what it was trained on, see `training/inputs.ts`. */
  readonly inputs: string;
  readonly encoder: TextEncoder;
  readonly context: ContextNetwork;
  readonly calibration: Calibration;
  /** Words that make sense to a person as a cue. */
  readonly shownWords: ReadonlySet<string>;
}

/** A model as it stands in `culture-model.json`. */
export type CultureModelFile = z.infer<typeof modelSchema>;

/**
 * Checks and unpacks a parsed `culture-model.json`.
 * @throws Error that names the first place at fault.
 */
export function parseCultureModel(value: unknown): CultureModel {
  const result = z.safeParse(modelSchema, value);
  if (!result.success) {
    const [issue] = result.error.issues;
    throw new Error(`Culture model: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not valid'}`);
  }
  const { inputs, encoder, context, calibration, shownWords } = result.data;
  const gistSize = encoder.bias.length;
  return {
    inputs,
    encoder: unpackEncoder(encoder),
    context: unpackContext(context, gistSize),
    calibration,
    shownWords: new Set(shownWords.split(' ')),
  };
}

function unpackEncoder(file: CultureModelFile['encoder']): TextEncoder {
  const words = file.words.split(' ');
  const rows = words.length + 1;
  const gistSize = file.bias.length;
  const detectorCount = file.detectorBias.length;
  return {
    rowOf: createRowFinder(words),
    senses: unpackRows(file.senses, rows, 'encoder.senses'),
    detectors: unpackRows(file.detectors, rows, 'encoder.detectors'),
    detectorBias: Float64Array.from(file.detectorBias),
    detectorWeights: unpackMatrix(file.detectorWeights, [detectorCount, gistSize], 'encoder.detectorWeights'),
    figureWeights: unpackMatrix(file.figureWeights, [figureNames.length, gistSize], 'encoder.figureWeights'),
    bias: Float64Array.from(file.bias),
  };
}

function unpackContext(file: CultureModelFile['context'], gistSize: number): ContextNetwork {
  const inputs = contextSize(gistSize);
  const labels = passageLabels.length;
  const hidden = file.hiddenBias.length;
  return {
    hiddenWeights: unpackMatrix(file.hiddenWeights, [inputs, hidden], 'context.hiddenWeights'),
    hiddenBias: Float64Array.from(file.hiddenBias),
    outputWeights: unpackMatrix(file.outputWeights, [hidden, labels], 'context.outputWeights'),
    directWeights: unpackMatrix(file.directWeights, [inputs, labels], 'context.directWeights'),
    bias: Float64Array.from(file.bias),
  };
}
