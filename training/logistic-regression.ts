import { exactExp, exactLog } from '../server/src/culture/exact-math.ts';
import { labelCount } from '../server/src/culture/packed-weights.ts';
import { minimise } from './minimise.ts';

/** One example: the features it has, how much of each, and what it should be read as. */
export interface Example {
  readonly features: ReadonlyMap<number, number>;
  /** How far each label is right; sums to the weight of the example. */
  readonly wanted: readonly number[];
}

/** How {@link fitLogisticRegression} fits. */
export interface FitOptions {
  /** How many features there are: they are numbered from 0. */
  readonly features: number;
  /** Strength of the L2 penalty on all weights but the bias. */
  readonly penalty: number;
  readonly iterations: number;
}

/**
 * Fits a multinomial logistic regression. Returns rows of `labelCount` weights: one for each feature, then
 * the bias. Every operation is in a fixed order and the same on every engine: the same examples give the
 * same weights, bit for bit.
 */
export function fitLogisticRegression(examples: readonly Example[], options: FitOptions): Float64Array {
  const { features, penalty, iterations } = options;
  const table = toTable(examples);
  const objective = (weights: Float64Array, gradient: Float64Array): number =>
    addPenalty(weights, gradient, features, penalty) + addLoss(table, weights, gradient, features);
  return minimise(objective, new Float64Array((features + 1) * labelCount), iterations);
}

/** Examples end to end: the features of one lie from `ends[n - 1]` to `ends[n]`. */
interface Table {
  readonly ends: Int32Array;
  /** Where the weights of a feature start. */
  readonly starts: Int32Array;
  readonly amounts: Float64Array;
  readonly wanted: Float64Array;
}

function toTable(examples: readonly Example[]): Table {
  const size = examples.reduce((sum, { features }) => sum + features.size, 0);
  const starts = new Int32Array(size);
  const amounts = new Float64Array(size);
  let at = 0;
  const ends = Int32Array.from(examples, ({ features }) => {
    for (const [feature, amount] of features) {
      starts[at] = feature * labelCount;
      amounts[at++] = amount;
    }
    return at;
  });
  return { ends, starts, amounts, wanted: Float64Array.from(examples.flatMap(({ wanted }) => wanted)) };
}

function addPenalty(
  weights: Float64Array,
  gradient: Float64Array,
  features: number,
  penalty: number,
): number {
  let sum = 0;
  const bias = features * labelCount;
  for (let at = 0; at < bias; at++) {
    const weight = weights[at]!;
    sum += weight * weight;
    gradient[at] = penalty * weight;
  }
  gradient.fill(0, bias);
  return 0.5 * penalty * sum;
}

/** The five labels are written out: a loop over them makes training three times as slow. */
function addLoss(table: Table, weights: Float64Array, gradient: Float64Array, features: number): number {
  const { ends, starts, amounts, wanted } = table;
  const slopes = new Float64Array(labelCount);
  const bias = features * labelCount;
  let loss = 0;
  let from = 0;
  for (let example = 0; example < ends.length; example++) {
    const end = ends[example]!;
    let s0 = weights[bias]!;
    let s1 = weights[bias + 1]!;
    let s2 = weights[bias + 2]!;
    let s3 = weights[bias + 3]!;
    let s4 = weights[bias + 4]!;
    for (let at = from; at < end; at++) {
      const start = starts[at]!;
      const amount = amounts[at]!;
      s0 += amount * weights[start]!;
      s1 += amount * weights[start + 1]!;
      s2 += amount * weights[start + 2]!;
      s3 += amount * weights[start + 3]!;
      s4 += amount * weights[start + 4]!;
    }
    slopes.set([s0, s1, s2, s3, s4]);
    loss += toSlopes(slopes, wanted, example * labelCount);
    [s0, s1, s2, s3, s4] = slopes as unknown as [number, number, number, number, number];
    for (let label = 0; label < labelCount; label++) gradient[bias + label]! += slopes[label]!;
    for (let at = from; at < end; at++) {
      const start = starts[at]!;
      const amount = amounts[at]!;
      gradient[start]! += amount * s0;
      gradient[start + 1]! += amount * s1;
      gradient[start + 2]! += amount * s2;
      gradient[start + 3]! += amount * s3;
      gradient[start + 4]! += amount * s4;
    }
    from = end;
  }
  return loss;
}

/** Turns scores into the loss's slopes in place; gives the loss. `wanted` is read from `from` on. */
function toSlopes(scores: Float64Array, wanted: Float64Array, from: number): number {
  let top = -Infinity;
  for (let label = 0; label < labelCount; label++) if (scores[label]! > top) top = scores[label]!;
  let total = 0;
  for (let label = 0; label < labelCount; label++) total += exactExp(scores[label]! - top);
  const level = top + exactLog(total);
  let weight = 0;
  for (let label = 0; label < labelCount; label++) weight += wanted[from + label]!;
  let loss = 0;
  for (let label = 0; label < labelCount; label++) {
    const right = wanted[from + label]!;
    loss += right * (level - scores[label]!);
    scores[label] = weight * exactExp(scores[label]! - level) - right;
  }
  return loss;
}
