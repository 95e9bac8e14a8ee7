import type { TextChange } from '../balance/rule.ts';
import { lineEnding } from '../text/line-ending.ts';

/**
 * The change that puts Markdown behind a top-level block that ends at `end`, as blocks of its own: set off by blank
 * lines on both sides, with the line endings of the text and a final newline. `block` has `\n` for line endings.
 */
export function insertBlock(text: string, end: number, block: string): TextChange {
  const newline = lineEnding(text);
  const after = text.slice(end);
  const lead = /^\uFEFF?$/.test(text.slice(0, end)) ? '' : newline + newline;
  // What follows the block is kept as it is; only a block that follows at once is set off by a blank line.
  const follows = /^(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)/.test(after) || /^\s*$/.test(after);
  const endsLine = /^[ \t]*(?:\r\n|\r|\n)/.test(after);
  const tail =
    after.trim() === '' ? (endsLine ? '' : newline) : follows ? '' : endsLine ? newline : newline + newline;
  return { span: { start: end, end }, newText: `${lead}${block.replaceAll('\n', newline)}${tail}` };
}

/** `end` without the white space before it. */
export function endOfText(text: string, end: number): number {
  let trimmed = end;
  while (trimmed > 0 && /\s/.test(text.charAt(trimmed - 1))) trimmed--;
  return trimmed;
}
