const word = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu;

/** How many words a plain text has; a word is as spec section 3 defines it. */
export function countWords(text: string): number {
  return text.match(word)?.length ?? 0;
}

/** A word with its UTF-16 offsets. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The words of a plain text in order. */
export function findWords(text: string): Word[] {
  // A loop: `matchAll` costs twice as much, and every passage comes this way.
  const words: Word[] = [];
  word.lastIndex = 0;
  for (let match = word.exec(text); match !== null; match = word.exec(text)) {
    words.push({ text: match[0], start: match.index, end: match.index + match[0].length });
  }
  return words;
}

/** Lower case, typographic apostrophes made plain, white space folded: for comparing names and headings. */
export function foldText(text: string): string {
  return text.toLowerCase().replace(/[‘’]/g, "'").replace(/\s+/g, ' ').trim();
}
