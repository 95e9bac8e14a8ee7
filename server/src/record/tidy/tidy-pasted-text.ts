import type { Vocabulary } from '../vocabulary.ts';
import { cleanCharacters } from './clean-characters.ts';
import { readLines } from './pasted-line.ts';
import { tidyBullets } from './tidy-bullets.ts';
import { tidyHeadings } from './tidy-headings.ts';
import { tidyTables } from './tidy-tables.ts';

/**
 * Makes text that was pasted from a word processor into Markdown that reads well: bullets, bold lines used as
 * headings, tables pasted as tabs, characters that can't be seen. Keeps every word and the text's own line ends;
 * tidying twice is the same as tidying once. Front matter, code and comments stay as they are.
 */
export function tidyPastedText(text: string, vocabulary: Vocabulary): string {
  const newline = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  const lines = readLines(text.split(/\r\n|\n|\r/)).flatMap(cleanCharacters);
  const tidied = tidyHeadings(tidyTables(tidyBullets(lines)), vocabulary);
  return tidied.map((line) => line.text).join(newline);
}
