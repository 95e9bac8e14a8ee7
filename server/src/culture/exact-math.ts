/**
 * Exponential and logarithm made of additions, multiplications and divisions only. `Math.exp` and
 * `Math.log` may differ between engines in the last digit; IEEE arithmetic doesn't, so that a model trains
 * and reads alike everywhere, bit for bit.
 */

const ln2High = 0.69314718036912381649;
const ln2Low = 1.90821492927058770002e-10;
const log2e = 1.4426950408889634;

/** e to the power of x; 0 below -700, capped at x = 700. Relative error under 1e-15. */
export function exactExp(x: number): number {
  if (Number.isNaN(x)) return Number.NaN;
  if (x < -700) return 0;
  const bounded = x > 700 ? 700 : x;
  const power = Math.round(bounded * log2e);
  const rest = bounded - power * ln2High - power * ln2Low;
  let sum = 1;
  for (let term = 16; term > 0; term--) sum = 1 + (rest * sum) / term;
  return sum * powerOfTwo(power);
}

/** Natural logarithm of a positive, finite number; -Infinity for 0. Relative error under 1e-14. */
export function exactLog(x: number): number {
  if (x === 0) return -Infinity;
  let mantissa = x;
  let power = 0;
  while (mantissa > 1.4142135623730951) {
    mantissa /= 2;
    power++;
  }
  while (mantissa < 0.7071067811865476) {
    mantissa *= 2;
    power--;
  }
  // ln m = 2 artanh((m - 1) / (m + 1)); the argument is below 0.172, so 20 terms are plenty.
  const ratio = (mantissa - 1) / (mantissa + 1);
  const square = ratio * ratio;
  let sum = 0;
  for (let odd = 41; odd > 0; odd -= 2) sum = sum * square + 1 / odd;
  return 2 * ratio * sum + power * ln2Low + power * ln2High;
}

/** Probabilities (0..1, sum 1) from log-odds; none from none. */
export function softmax(scores: readonly number[]): number[] {
  let top = -Infinity;
  for (const score of scores) if (score > top) top = score;
  const powers: number[] = [];
  let total = 0;
  for (const score of scores) {
    const power = exactExp(score - top);
    powers.push(power);
    total += power;
  }
  for (let index = 0; index < powers.length; index++) powers[index]! /= total;
  return powers;
}

function powerOfTwo(power: number): number {
  let result = 1;
  const factor = power < 0 ? 0.5 : 2;
  for (let step = Math.abs(power); step > 0; step--) result *= factor;
  return result;
}
