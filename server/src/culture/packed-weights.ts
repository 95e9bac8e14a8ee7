import * as z from 'zod/mini';

/*
 * How weights lie in a model file. Rows that belong to words are many, so they are kept as signed bytes; the
 * small matrices between them are plain numbers.
 */

/** The schema of rows as signed bytes in base64, each to be multiplied by `scale`. */
export const packedRowsSchema = z.strictObject({
  columns: z.int().check(z.positive()),
  scale: z.number().check(z.positive()),
  rows: z.string(),
});

/** The schema of a small matrix: its rows end to end. */
export const matrixSchema = z.strictObject({
  columns: z.int().check(z.positive()),
  values: z.array(z.number()),
});

/**
 * Rows of weights: `steps[row * columns + column] * scale`. Kept as they are packed: adding whole numbers is
 * quick and exact, and as bytes they stay in the processor's cache.
 */
export interface PackedRows {
  readonly columns: number;
  readonly scale: number;
  readonly steps: Int8Array;
}

/** A small matrix: `values[row * columns + column]`. */
export interface Matrix {
  readonly columns: number;
  readonly values: Float64Array;
}

/**
 * Unpacks rows.
 * @throws Error where there aren't as many as `count`; `name` says which.
 */
export function unpackRows(
  packed: z.infer<typeof packedRowsSchema>,
  count: number,
  name: string,
): PackedRows {
  const { columns, scale } = packed;
  // atob is there in browsers, workers and Node alike; Buffer isn't. A byte of 128 on is stored as below 0.
  const bytes = atob(packed.rows);
  const steps = new Int8Array(bytes.length);
  for (let index = 0; index < bytes.length; index++) steps[index] = bytes.charCodeAt(index);
  expectSize(name, steps.length, count * columns);
  return { columns, scale, steps };
}

/**
 * Unpacks a matrix.
 * @throws Error where it hasn't as many rows and columns as are wanted; `name` says which.
 */
export function unpackMatrix(
  { columns, values }: z.infer<typeof matrixSchema>,
  [rows, wanted]: readonly [rows: number, columns: number],
  name: string,
): Matrix {
  expectSize(name, columns, wanted);
  expectSize(name, values.length, rows * columns);
  return { columns, values: Float64Array.from(values) };
}

function expectSize(name: string, given: number, wanted: number): void {
  if (given !== wanted) throw new Error(`Culture model: ${name}: ${given} numbers, not ${wanted}`);
}
