import { nextNormal, type Random } from './random.ts';

/** How fast and how freely a group of parameters moves. */
export interface Pace {
  readonly rate: number;
  /** What is taken off a parameter at each step, per unit of rate. */
  readonly decay: number;
}

/** A matrix of parameters with its slopes, stepped by Adam (Kingma and Ba 2015). */
export interface Parameters {
  readonly columns: number;
  readonly values: Float32Array;
  /** Added to by whoever works out the slopes; set back to 0 by a step. */
  readonly slopes: Float32Array;
  /** Says that a row has slopes; only these rows are stepped. Without it all rows are, always. */
  touch: (row: number) => void;
  /** One step; `share` (0..1) of the full rate. */
  step: (share: number) => void;
}

const firstMemory = 0.9;
const secondMemory = 0.999;
const least = 1e-8;

/** Makes parameters; `sparse`: most rows have no slopes at a step, and those that have are touched. */
export function createParameters(
  values: Float32Array,
  columns: number,
  { rate, decay }: Pace,
  sparse = false,
): Parameters {
  const slopes = new Float32Array(values.length);
  const means = new Float32Array(values.length);
  const squares = new Float32Array(values.length);
  const rows = values.length / columns;
  const touched = new Uint8Array(rows);
  let list: number[] = [];
  let firstLeft = 1;
  let secondLeft = 1;
  const stepRow = (row: number, size: number, share: number): void => {
    const end = (row + 1) * columns;
    for (let at = row * columns; at < end; at++) {
      const slope = slopes[at]!;
      const mean = (means[at] = firstMemory * means[at]! + (1 - firstMemory) * slope);
      const square = (squares[at] = secondMemory * squares[at]! + (1 - secondMemory) * slope * slope);
      const shrunk = values[at]! * (1 - rate * share * decay);
      values[at] = shrunk - (size * mean) / (Math.sqrt(square / (1 - secondLeft)) + least);
      slopes[at] = 0;
    }
  };
  return {
    columns,
    values,
    slopes,
    touch(row) {
      if (touched[row] === 1) return;
      touched[row] = 1;
      list.push(row);
    },
    step(share) {
      firstLeft *= firstMemory;
      secondLeft *= secondMemory;
      const size = (rate * share) / (1 - firstLeft);
      if (!sparse) for (let row = 0; row < rows; row++) stepRow(row, size, share);
      for (const row of list) {
        stepRow(row, size, share);
        touched[row] = 0;
      }
      list = [];
    },
  };
}

/** Values to start from: about normal, with a deviation that keeps sums of `inputs` of them near 1. */
export function startingValues(count: number, inputs: number, random: Random): Float32Array {
  const spread = 1 / Math.sqrt(3 * inputs);
  return Float32Array.from({ length: count }, () => nextNormal(random) * spread);
}
