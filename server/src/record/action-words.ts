import { escapeRegExp } from '../text/phrases.ts';

/** A part of a passage's plain text: UTF-16 offsets into it, `end` exclusive. */
export interface Part {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Words as the alternatives of a regular expression, the longer first. */
export function alternatives(words: readonly string[]): string {
  return [...words]
    .sort((a, b) => b.length - a.length)
    .map(escapeRegExp)
    .join('|');
}

/** Words as entries of a phrase finder that need no value. */
export function phraseList(words: readonly string[]): (readonly [string, undefined])[] {
  return words.map((word) => [word, undefined] as const);
}
