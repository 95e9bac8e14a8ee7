import { readFrontMatter } from './front-matter.ts';
import { splitBlocks } from './split-blocks.ts';

/**
 * A record says what it is at its top: title, opening line and header are looked for in so many first
 * characters, so that Markdown that isn't a record costs next to nothing to turn down.
 */
export const topLength = 4000;

/** The part of a text that recognition looks at, up to the end of a line. */
export function recordTop(text: string): string {
  if (text.length <= topLength) return text;
  const end = text.slice(topLength).search(/[\r\n]/);
  return end < 0 ? text.slice(0, topLength) : text.slice(0, topLength + end);
}

/** A heading with `#` that opens a block. */
const heading = /^ {0,3}#{1,6}(?:[ \t]|$)/m;

/**
 * The part of a top that title, opening line and header can stand in: up to the second heading. It is all that
 * tells whose a record is and of what day; only a kind that has to be guessed from content needs more.
 */
export function untilSecondHeading(top: string): string {
  const bodyStart = readFrontMatter(top).span?.end ?? 0;
  let headings = 0;
  for (const { start, end } of splitBlocks(top, bodyStart)) {
    if (heading.exec(top.slice(start, end))?.index !== 0) continue;
    headings++;
    if (headings === 2) return top.slice(0, end);
  }
  return top;
}
