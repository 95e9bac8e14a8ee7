import type { PastedLine } from './pasted-line.ts';

/**
 * Takes out what can't be seen: zero-width characters, soft hyphens; spaces that don't break become ordinary ones,
 * and a line break within a paragraph (Shift+Enter in Word) begins a line of its own.
 */
export function cleanCharacters(line: PastedLine): PastedLine[] {
  if (line.fixed) return [line];
  return line.text.split(/[\v\f\u2028\u2029]/).map((part) => ({
    ...line,
    text: part
      .replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
      .replace(
        /(?<! ) *[\u00a0\u2000-\u200a\u202f\u3000][ \u00a0\u2000-\u200a\u202f\u3000]*/g,
        (spaces, at: number) =>
          // Behind a bullet the width tells the bullet from a word.
          at <= 4 && spaces.length > 1 ? '  ' : ' ',
      ),
  }));
}
