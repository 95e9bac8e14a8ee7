import type { PassageReading } from '../culture/read-passages.ts';
import { cultures, type Culture } from '../terms/cultures.ts';

/** The balance of a record (spec section 3). Shares are 0..1 and sum to 1, or are all 0 if nothing is cultural. */
export interface Profile {
  readonly shares: Readonly<Record<Culture, number>>;
  /**
   * The shares to be expected from the probabilities of all labels, where `shares` take each passage's best
   * guess for granted. Tagged passages count alike in both. A rule that says that something isn't there asks
   * both, for a best guess overlooks what it isn't sure of.
   */
  readonly expectedShares: Readonly<Record<Culture, number>>;
  /** Pielou's J, 0..1: entropy of the shares over that of four equal ones; 0 if nothing is cultural. */
  readonly evenness: number;
  /** Words of passages that aren't neutral. */
  readonly words: number;
  /** Of these, words of undecided passages. */
  readonly undecidedWords: number;
  readonly neutralWords: number;
}

/** A second culture takes a third of its passage's words (spec section 3). */
export const secondaryShare = 1 / 3;

/** Weighs the passages of a record by their words. */
export function computeProfile(readings: readonly PassageReading[]): Profile {
  const weights = noWeights();
  const expected = noWeights();
  let words = 0;
  let undecidedWords = 0;
  let neutralWords = 0;
  for (const reading of readings) {
    const { passage, culture, estimate, secondary, inferred } = reading;
    if (estimate === 'none') {
      neutralWords += passage.words;
      continue;
    }
    words += passage.words;
    if (culture === 'undecided') undecidedWords += passage.words;
    if (reading.origin === 'inferred') addExpected(expected, passage.words, inferred.probabilities);
    else addWords(expected, passage.words, estimate, secondary);
    const second = culture === 'undecided' ? inferred.secondary : secondary;
    addWords(weights, passage.words, estimate, second);
  }
  const shares = toShares(weights, words);
  const expectedShares = toShares(expected, words);
  return { shares, expectedShares, evenness: evennessOf(shares), words, undecidedWords, neutralWords };
}

function noWeights(): Record<Culture, number> {
  return { professional: 0, managed: 0, humanistic: 0, democratic: 0 };
}

function toShares(weights: Readonly<Record<Culture, number>>, words: number): Record<Culture, number> {
  const shares = { ...weights };
  for (const culture of cultures) shares[culture] = words === 0 ? 0 : weights[culture] / words;
  return shares;
}

function addWords(
  weights: Record<Culture, number>,
  words: number,
  culture: Culture,
  second: Culture | undefined,
): void {
  const toSecond = second === undefined || second === culture ? 0 : words * secondaryShare;
  weights[culture] += words - toSecond;
  if (second !== undefined) weights[second] += toSecond;
}

/** Spreads a passage's words over the cultures by their probabilities, neutral left out. */
function addExpected(
  weights: Record<Culture, number>,
  words: number,
  probabilities: readonly number[],
): void {
  const cultural = cultures.reduce((sum, _, index) => sum + (probabilities[index] ?? 0), 0);
  cultures.forEach((culture, index) => {
    if (cultural > 0) weights[culture] += (words * (probabilities[index] ?? 0)) / cultural;
  });
}

function evennessOf(shares: Readonly<Record<Culture, number>>): number {
  let entropy = 0;
  for (const culture of cultures)
    if (shares[culture] > 0) entropy -= shares[culture] * Math.log(shares[culture]);
  return entropy / Math.log(cultures.length);
}
