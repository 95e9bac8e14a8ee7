import * as z from 'zod/mini';
import { passageLabels, type PassageLabel } from './culture.ts';

/** How many labels a row of weights speaks to, in the order of {@link passageLabels}. */
export const labelCount = passageLabels.length;

const rowSchema = z.array(z.number()).check(z.length(labelCount));

/** Rows of {@link labelCount} signed bytes in base64, each to be multiplied by `scale`. */
const weightsSchema = z.strictObject({ scale: z.number().check(z.positive()), rows: z.string() });

/** Terms in one string, a space between two; `_` stands between the words of a term. */
const termsSchema = z.strictObject({ terms: z.string(), weights: weightsSchema });

const modelSchema = z.strictObject({
  version: z.literal(1),
  /** Fingerprint of what the model was trained on and by, see `training/`. */
  inputs: z.string(),
  text: z.strictObject({ bias: rowSchema, dense: weightsSchema, terms: termsSchema }),
  context: z.strictObject({ bias: rowSchema, dense: weightsSchema, headingTerms: termsSchema }),
  calibration: z.strictObject({
    temperature: z.number().check(z.positive()),
    decideFrom: z.number().check(z.minimum(0), z.maximum(1)),
    secondaryFrom: z.number().check(z.minimum(0)),
  }),
  /** Words of the model that make sense to a reader as a cue, a space between two. */
  shownWords: z.string(),
});

/** A weight for each label, in the order of {@link passageLabels}: log-odds. */
export type LabelWeights = readonly number[];

/** Weights of numbered features. */
export interface DenseWeights {
  /** How many features. */
  readonly size: number;
  /** `values[feature * labelCount + label]`. */
  readonly values: Float64Array;
}

/** Weights of terms (words, or words with a space between). */
export interface TermWeights {
  /** Where a term's weights start in `values`. */
  readonly starts: ReadonlyMap<string, number>;
  readonly values: Float64Array;
}

/** Scores one text by itself. */
export interface TextModel {
  readonly bias: LabelWeights;
  readonly dense: DenseWeights;
  readonly terms: TermWeights;
}

/** Weighs a passage's own score against its headings, neighbours and record. */
export interface ContextModel {
  readonly bias: LabelWeights;
  readonly dense: DenseWeights;
  readonly headingTerms: TermWeights;
}

/** Turns scores into probabilities and decisions. Every number is fitted on writers left out. */
export interface Calibration {
  /** Scores are divided by it before they become probabilities. */
  readonly temperature: number;
  /** Least confidence (0..1) at which a reading is decided. */
  readonly decideFrom: number;
  /** Least ratio of the second culture's probability to the best one's for it to be secondary. */
  readonly secondaryFrom: number;
}

/** All that reading a passage needs besides the cue lexicon. */
export interface CultureModel {
  readonly inputs: string;
  readonly text: TextModel;
  readonly context: ContextModel;
  readonly calibration: Calibration;
  readonly shownWords: ReadonlySet<string>;
}

/** The label that a row's index stands for. */
export function labelAt(index: number): PassageLabel {
  return passageLabels[index] ?? 'none';
}

/** A model file as `JSON.stringify` gets it. */
export type CultureModelFile = z.infer<typeof modelSchema>;

/**
 * Checks and unpacks a parsed `culture-model.json`.
 * @throws Error that names the first place at fault.
 */
export function parseCultureModel(value: unknown): CultureModel {
  const result = z.safeParse(modelSchema, value);
  if (!result.success) {
    const issue = result.error.issues[0];
    throw new Error(`Culture model: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not valid'}`);
  }
  const { inputs, text, context, calibration, shownWords } = result.data;
  return {
    inputs,
    text: unpackText(text),
    context: unpackContext(context),
    calibration,
    shownWords: new Set(shownWords.split(' ')),
  };
}

/** Unpacks the part of a model file that scores a text by itself. */
export function unpackText({ bias, dense, terms }: CultureModelFile['text']): TextModel {
  return { bias, dense: unpackDense(dense), terms: unpackTerms(terms) };
}

/** Unpacks the part of a model file that weighs the context. */
export function unpackContext({ bias, dense, headingTerms }: CultureModelFile['context']): ContextModel {
  return { bias, dense: unpackDense(dense), headingTerms: unpackTerms(headingTerms) };
}

function unpackDense(packed: z.infer<typeof weightsSchema>): DenseWeights {
  const values = unpackWeights(packed);
  return { size: values.length / labelCount, values };
}

function unpackTerms({ terms, weights }: z.infer<typeof termsSchema>): TermWeights {
  const values = unpackWeights(weights);
  const starts = new Map<string, number>();
  if (terms !== '')
    for (const term of terms.split(' ')) starts.set(term.replaceAll('_', ' '), starts.size * labelCount);
  if (starts.size * labelCount !== values.length) {
    throw new Error(`Culture model: ${starts.size} terms, but weights for ${values.length / labelCount}`);
  }
  return { starts, values };
}

function unpackWeights({ scale, rows }: z.infer<typeof weightsSchema>): Float64Array {
  // atob is there in browsers, workers and Node alike; Buffer isn't.
  const bytes = atob(rows);
  const values = new Float64Array(bytes.length);
  for (let index = 0; index < bytes.length; index++)
    values[index] = ((bytes.charCodeAt(index) << 24) >> 24) * scale;
  return values;
}
