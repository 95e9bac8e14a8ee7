import * as z from 'zod/mini';
import {
  packedRowsSchema,
  packedTermsSchema,
  rowSchema,
  unpackRows,
  unpackTerms,
  type Rows,
  type TermWeights,
} from './packed-weights.ts';

const share = z.number().check(z.minimum(0), z.maximum(1));

const modelSchema = z.strictObject({
  version: z.literal(1),
  inputs: z.string(),
  text: z.strictObject({ bias: rowSchema, figures: packedRowsSchema, terms: packedTermsSchema }),
  context: z.strictObject({ bias: rowSchema, figures: packedRowsSchema, headingTerms: packedTermsSchema }),
  calibration: z.strictObject({
    temperature: z.number().check(z.positive()),
    decideFrom: share,
    secondaryFrom: share,
  }),
  shownWords: z.string(),
});

/** Scores one text by itself. */
export interface TextModel {
  readonly bias: readonly number[];
  /** By `figureNames` of the text features. */
  readonly figures: Rows;
  readonly terms: TermWeights;
}

/** Weighs a passage's own score against its headings, its neighbours and its record. */
export interface ContextModel {
  readonly bias: readonly number[];
  /** By `contextParts` of the context features. */
  readonly figures: Rows;
  readonly headingTerms: TermWeights;
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
  readonly text: TextModel;
  readonly context: ContextModel;
  readonly calibration: Calibration;
  /** Words of the text model that make sense to a person as a cue. */
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
export function unpackText({ bias, figures, terms }: CultureModelFile['text']): TextModel {
  return { bias, figures: unpackRows(figures), terms: unpackTerms(terms) };
}

/** Unpacks the part of a model file that weighs the context. */
export function unpackContext({ bias, figures, headingTerms }: CultureModelFile['context']): ContextModel {
  return { bias, figures: unpackRows(figures), headingTerms: unpackTerms(headingTerms) };
}
