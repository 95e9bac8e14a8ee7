import type { WordTraits } from './name-lexicon.ts';

/** A word of a text that may be part of a name. */
export interface NameToken {
  readonly start: number;
  /** Without a possessive ending. */
  readonly end: number;
  readonly word: string;
  readonly possessive: boolean;
  readonly capital: boolean;
  /** One or two capitals, or letters with stops: names nobody. */
  readonly initials: boolean;
  /** Nothing but capitals, four or more. */
  readonly shouted: boolean;
  /** A sentence, a cell or a label's value begins with it. */
  readonly opens: boolean;
  readonly traits: WordTraits;
}

const wordPattern = /\p{L}[\p{L}\p{M}]*(?:['’-]\p{L}[\p{L}\p{M}]*)*/gu;

/** The words of a text with what names need to know of them. */
export function readNameTokens(text: string, traitsOf: (word: string) => WordTraits): NameToken[] {
  const tokens: NameToken[] = [];
  let last = 0;
  for (const { 0: written, index } of text.matchAll(wordPattern)) {
    const between = text.slice(last, index);
    const ending = /['’]s$/iu.exec(written) ?? /s['’]$/u.exec(text.slice(index, index + written.length + 1));
    const possessive = ending !== null && /['’]s$/iu.test(written);
    const word = possessive ? written.slice(0, -2) : written;
    const start = index;
    last = index + written.length;
    tokens.push({
      start,
      end: start + word.length,
      word,
      possessive: possessive || /^['’](?!\p{L})/u.test(text.slice(last)),
      capital: /^\p{Lu}/u.test(word),
      initials: /^(?:\p{Lu}|\p{Lu}{2,3})$/u.test(word),
      shouted: /^[\p{Lu}'’-]{4,}$/u.test(word),
      opens: tokens.length === 0 || /[.!?:|“"•*]\s*[“"'‘(]?\s*$|^\s*[-–—]\s+$|\n/u.test(between),
      traits: traitsOf(word),
    });
  }
  return tokens;
}
