import type { PassageReading } from '../culture/read-passages.ts';
import { cultures, type Culture } from '../terms/cultures.ts';

/** The balance of a record (spec section 3). Shares are 0..1 and sum to 1, or are all 0 if nothing is cultural. */
export interface Profile {
  readonly shares: Readonly<Record<Culture, number>>;
  /** Pielou's J, 0..1: entropy of the shares over that of four equal ones; 0 if nothing is cultural. */
  readonly evenness: number;
  /** Words of passages that aren't neutral. */
  readonly words: number;
  /** Of these, words of undecided passages. */
  readonly undecidedWords: number;
  readonly neutralWords: number;
}

/** A second culture takes a third of its passage's words (spec section 3). */
const secondaryShare = 1 / 3;

/** Weighs the passages of a record by their words. */
export function computeProfile(readings: readonly PassageReading[]): Profile {
  const weights: Record<Culture, number> = { professional: 0, managed: 0, humanistic: 0, democratic: 0 };
  let words = 0;
  let undecidedWords = 0;
  let neutralWords = 0;
  for (const { passage, culture, estimate, secondary, inferred } of readings) {
    if (estimate === 'none') {
      neutralWords += passage.words;
      continue;
    }
    words += passage.words;
    if (culture === 'undecided') undecidedWords += passage.words;
    const second = culture === 'undecided' ? inferred.secondary : secondary;
    if (second === undefined || second === estimate) weights[estimate] += passage.words;
    else {
      weights[estimate] += passage.words * (1 - secondaryShare);
      weights[second] += passage.words * secondaryShare;
    }
  }
  const shares = { ...weights };
  for (const culture of cultures) shares[culture] = words === 0 ? 0 : weights[culture] / words;
  return { shares, evenness: evennessOf(shares), words, undecidedWords, neutralWords };
}

function evennessOf(shares: Readonly<Record<Culture, number>>): number {
  let entropy = 0;
  for (const culture of cultures)
    if (shares[culture] > 0) entropy -= shares[culture] * Math.log(shares[culture]);
  return entropy / Math.log(cultures.length);
}
