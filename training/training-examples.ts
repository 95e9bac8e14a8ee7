import { passageLabels } from '../server/src/terms/cultures.ts';
import type { Example } from './logistic-regression.ts';

/** What a passage should be read as; indices into `passageLabels`. */
export interface Target {
  readonly label: number;
  readonly secondary: number | undefined;
}

/** A passage with a secondary label teaches both; spec section 3 gives the secondary a third of the words. */
const secondaryShare = 0.3;

/**
 * Turns features and targets into examples. `balance`: 0 counts each passage alike, 1 each label alike, 0.5
 * in between.
 */
export function weighExamples(
  targets: readonly Target[],
  featuresOf: (index: number) => ReadonlyMap<number, number>,
  balance: 0 | 0.5 | 1,
): Example[] {
  const counts = passageLabels.map((_, label) => targets.filter((target) => target.label === label).length);
  const even = targets.length / passageLabels.length;
  return targets.map(({ label, secondary }, index) => {
    const weight = power(even / (counts[label] ?? 1), balance);
    const wanted = passageLabels.map(() => 0);
    wanted[label] = secondary === undefined ? weight : weight * (1 - secondaryShare);
    if (secondary !== undefined) wanted[secondary] = weight * secondaryShare;
    return { features: featuresOf(index), wanted };
  });
}

/** Exact everywhere, unlike `Math.pow`. */
function power(base: number, exponent: 0 | 0.5 | 1): number {
  if (exponent === 0) return 1;
  return exponent === 1 ? base : Math.sqrt(base);
}
