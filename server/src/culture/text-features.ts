import type { CueLexicon, CueMatch } from './cue-lexicon.ts';
import { aspects, cultures, type Aspect, type Culture } from './culture.ts';
import { formFeatures, formNames } from './text-form.ts';
import { findWords, foldText, type Word } from '../text/words.ts';

/** What a text says by itself, before any model weighs it. */
export interface TextFeatures {
  readonly words: readonly Word[];
  /** The words as the cue lexicon compares them: lower case, straight apostrophes. */
  readonly forms: readonly string[];
  /** One a word: its form, or a class mark for numbers and initials, so that no name is learned. */
  readonly tokens: readonly string[];
  readonly cues: readonly CueMatch[];
  /** Fixed-length figures in the order of {@link denseNames}. */
  readonly dense: readonly number[];
}

/** Names of the dense features, in order: how a text is written, then the cues it holds. */
export const denseNames: readonly string[] = [
  ...formNames,
  ...cultures.map((culture) => `cue ${culture}`),
  ...cultures.flatMap((culture) => aspects.map((aspect) => `cue ${culture} ${aspect}`)),
];

/** Reads the features of one text. */
export function readTextFeatures(text: string, cues: CueLexicon): TextFeatures {
  const words = findWords(text);
  const forms = words.map((word) => foldText(word.text));
  const tokens = words.map((word, index) => tokenOf(text, word, forms[index] ?? ''));
  const matches = cues.match(words, forms);
  return {
    words,
    forms,
    tokens,
    cues: matches,
    dense: [...formFeatures(text, tokens), ...cueFeatures(matches, words.length)],
  };
}

/** The marks that stand for a number and for initials among {@link TextFeatures.tokens}. */
export const numberToken = '0';
export const initialsToken = 'XX';

function tokenOf(text: string, { start, end }: Word, form: string): string {
  const first = form.charCodeAt(0);
  if (first >= 48 && first <= 57) return numberToken;
  const length = end - start;
  if (length > 2) return form;
  if (length === 1)
    return form === 'i' || form === 'a'
      ? isLone(text, start, end)
        ? form
        : initialsToken
      : isUpper(text, start, end)
        ? initialsToken
        : form;
  return isUpper(text, start, end) ? initialsToken : form;
}

/** "I" and "A" are words unless a full stop makes them somebody's initial ("A. said"). */
function isLone(text: string, start: number, end: number): boolean {
  return !(text[end] === '.' && text[start] !== text[start]?.toLowerCase());
}

function isUpper(text: string, start: number, end: number): boolean {
  const word = text.slice(start, end);
  return word === word.toUpperCase() && word !== word.toLowerCase();
}

/** Cues per square root of the words: long passages hold more of them by chance. */
function cueFeatures(matches: readonly CueMatch[], words: number): number[] {
  const byCulture = new Array<number>(cultures.length).fill(0);
  const byCell = new Array<number>(cultures.length * aspects.length).fill(0);
  const unit = 1 / Math.sqrt(Math.max(words, 4));
  for (const { culture, aspect, length } of matches) {
    const weight = unit * (length > 1 ? 1.5 : 1);
    add(byCulture, cultureIndex(culture), weight);
    if (aspect) add(byCell, cultureIndex(culture) * aspects.length + aspectIndex(aspect), weight);
  }
  return [...byCulture, ...byCell];
}

function add(sums: number[], index: number, amount: number): void {
  sums[index] = (sums[index] ?? 0) + amount;
}

function cultureIndex(culture: Culture): number {
  return cultures.indexOf(culture);
}

function aspectIndex(aspect: Aspect): number {
  return aspects.indexOf(aspect);
}
