import { hashtagPattern } from '../record/tags.ts';
import type { Standard, StandardsBook } from './standards-book.ts';

/** A standard that a text names by its tag. */
export interface StandardMention {
  readonly standard: Standard;
  /** UTF-16 offsets of the tag with its `#` in the text, end exclusive. */
  readonly start: number;
  readonly end: number;
}

/** The standards that a plain text names ("#pcf6", "#swe4.2"), in order, each once. */
export function readStandardTags(text: string, book: StandardsBook): StandardMention[] {
  if (!text.includes('#')) return [];
  const found = new Map<string, StandardMention>();
  for (const match of text.matchAll(hashtagPattern)) {
    const name = match[2] ?? '';
    const standard = book.find(name);
    if (standard === undefined || found.has(standard.id)) continue;
    const start = match.index + (match[1]?.length ?? 0);
    found.set(standard.id, { standard, start, end: start + 1 + name.length });
  }
  return [...found.values()];
}
