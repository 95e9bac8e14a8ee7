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

/** "T", "KL", "CMcA", "A-K", "SWs", "LADO-type". */
const initialsPattern =
  /^(?:\p{Lu}{1,3}s?|\p{Lu}{1,3}(?:Mc|Mac|O['’])\p{Lu}|\p{Lu}(?:-\p{Lu})+|Ll|Yr|\p{Lu}{2,}(?:-[\p{L}-]+|s))$/u;

/** "I've", "They’d", "Hadn't": a word and what is left of the next one. */
const contraction = /['’](?:ve|d|ll|m|re|t)$/iu;

const wordPattern = /\p{L}[\p{L}\p{M}]*(?:['’-]\p{L}[\p{L}\p{M}]*)*/gu;

/** The words of a text with what names need to know of them. */
export function readNameTokens(text: string, traitsOf: (word: string) => WordTraits): NameToken[] {
  const tokens: NameToken[] = [];
  let last = 0;
  for (const { 0: written, index } of text.matchAll(wordPattern)) {
    const between = text.slice(last, index);
    const possessive = /['’]s$/iu.test(written);
    const word = possessive ? written.slice(0, -2) : written;
    const start = index;
    last = index + written.length;
    tokens.push({
      start,
      end: start + word.length,
      word,
      possessive: possessive || /^['’](?!\p{L})/u.test(text.slice(last)),
      capital: /^\p{Lu}/u.test(word) && word !== 'I' && !contraction.test(word),
      initials: initialsPattern.test(word),
      shouted: /^[\p{Lu}'’-]{4,}$/u.test(word),
      opens: tokens.length === 0 || /[.!?:|“"•*]\s*(?:[“"'‘(]\s*)?$|^\s*[-–—]\s+$|\n/u.test(between),
      traits: traitsOf(word),
    });
  }
  return tokens;
}
