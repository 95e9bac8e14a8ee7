import { cultures, type Culture, type PassageLabel } from '../server/src/terms/cultures.ts';
import { countWords } from '../server/src/text/words.ts';
import { secondaryShare } from '../server/src/balance/profile.ts';
import { share, sum } from '../server/src/culture/agreement.ts';

/** A passage as it counts in a profile. */
export interface Weighed {
  readonly text: string;
  readonly primary: PassageLabel;
  readonly secondary: Culture | undefined;
}

/** Each culture's share (0..1) of the words that aren't neutral, in the order of `cultures`; all 0 without any. */
export function profileShares(passages: readonly Weighed[]): number[] {
  const words = cultures.map((culture) =>
    sum(
      passages.map(({ text, primary, secondary }) => {
        if (primary === 'none') return 0;
        const second = secondary === undefined || secondary === primary ? 0 : secondaryShare;
        if (culture === primary) return countWords(text) * (1 - second);
        return culture === secondary ? countWords(text) * second : 0;
      }),
    ),
  );
  const total = sum(words);
  return words.map((count) => share(count, total));
}

/** Mean absolute difference (0..1) of two profiles' shares. */
export function profileError(given: readonly number[], wanted: readonly number[]): number {
  return sum(given.map((value, index) => Math.abs(value - wanted[index]!))) / cultures.length;
}
