import * as z from 'zod/mini';
import { passageLabels } from '../terms/cultures.ts';

/*
 * How weights lie in a model file: a row is a weight for each label, in the order of `passageLabels`.
 */

/** How many weights a row has. */
export const labelCount = passageLabels.length;

/** The schema of one row in full: a bias. */
export const rowSchema = z.array(z.number()).check(z.length(labelCount));

/** The schema of rows as signed bytes in base64, each to be multiplied by `scale`. */
export const packedRowsSchema = z.strictObject({ scale: z.number().check(z.positive()), rows: z.string() });

/**
 * The schema of weights for words and for pairs of neighbouring words. Words have a space between two; so
 * have pairs, whose own words have `_` between them. Rows: first those of the words, then those of the pairs.
 */
export const packedTermsSchema = z.strictObject({
  words: z.string(),
  pairs: z.string(),
  weights: packedRowsSchema,
});

/**
 * Rows of weights: `steps[row * labelCount + label] * scale`. Kept as they are packed, since reading a text
 * reaches all over them: as bytes they stay in the processor's cache.
 */
export interface Rows {
  readonly steps: Int8Array;
  readonly scale: number;
}

/** Weights of words and of pairs of neighbouring words. */
export interface TermWeights {
  /** The row of a word. */
  readonly words: ReadonlyMap<string, number>;
  /** The row of a pair, by {@link pairKey} of its words' rows. */
  readonly pairs: ReadonlyMap<number, number>;
  readonly rows: Rows;
}

/** The weight of a row for a label. */
export function weightOf({ steps, scale }: Rows, row: number, label: number): number {
  return (steps[row * labelCount + label] ?? 0) * scale;
}

/** Unpacks rows. */
export function unpackRows({ scale, rows }: z.infer<typeof packedRowsSchema>): Rows {
  // atob is there in browsers, workers and Node alike; Buffer isn't. A byte of 128 on is stored as below 0.
  const bytes = atob(rows);
  const steps = new Int8Array(bytes.length);
  for (let index = 0; index < bytes.length; index++) steps[index] = bytes.charCodeAt(index);
  return { steps, scale };
}

/**
 * Unpacks rows of terms.
 * @throws Error where terms and rows don't match.
 */
export function unpackTerms(packed: z.infer<typeof packedTermsSchema>): TermWeights {
  const rows = unpackRows(packed.weights);
  const words = new Map<string, number>();
  for (const word of split(packed.words)) words.set(word, words.size);
  const pairs = new Map<number, number>();
  for (const pair of split(packed.pairs)) {
    const [first, second] = pair.split('_').map((word) => words.get(word));
    if (first === undefined || second === undefined) throw new Error(`Culture model: no words for ${pair}`);
    pairs.set(pairKey(first, second), words.size + pairs.size);
  }
  const count = rows.steps.length / labelCount;
  if (words.size + pairs.size !== count) {
    throw new Error(`Culture model: ${words.size + pairs.size} terms, but weights for ${count}`);
  }
  return { words, pairs, rows };
}

/** The key of two neighbouring words, given their rows: a model has far fewer than 2^20 words. */
export function pairKey(first: number, second: number): number {
  return first * 0x10_0000 + second;
}

function split(list: string): string[] {
  return list === '' ? [] : list.split(' ');
}
