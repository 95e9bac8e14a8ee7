import type { SupervisionRecord } from '../record/record.ts';
import type { TextChange } from '../balance/rule.ts';
import type { Prompt } from './prompt-bank.ts';

/**
 * The change that inserts a prompt as a block of its own after the top-level block at `offset`, never inside
 * a list or table (spec section 4). For a finding that stands on a heading give the offset of the heading:
 * the prompt then goes to the end of that section's own text, but before a section of actions and before
 * the next heading, so that its answer has room. Line endings are those of the record; a missing final
 * newline is made good.
 */
export function insertPrompt(
  record: SupervisionRecord,
  offset: number,
  prompt: Prompt,
  leadIn: string,
): TextChange {
  const newline = /\r\n|\n|\r/.exec(record.text)?.[0] ?? '\n';
  const block = `> **${leadIn}** ${prompt.text} <!-- supervision-lens-prompt: ${prompt.id} -->`;
  const end = blockEnd(record, offset);
  const before = record.text.slice(0, end);
  const after = record.text.slice(end);
  const lead = before === '' || /^\uFEFF?$/.test(before) ? '' : newline + newline;
  // What follows the block is kept as it is; only a block that follows at once is set off by a blank line.
  const follows = /^(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)/.test(after) || /^\s*$/.test(after);
  const tail = after === '' ? newline : follows ? '' : newline;
  return { span: { start: end, end }, newText: `${lead}${block}${tail}` };
}

/** Where the top-level block ends behind which the prompt goes, without its line ending. */
function blockEnd(record: SupervisionRecord, offset: number): number {
  const { nodes, frontMatter, text } = record;
  const index = nodes.findIndex(({ start, end }) => offset >= start && offset <= end);
  const node = nodes[index] ?? [...nodes].reverse().find(({ end }) => end <= offset);
  if (node === undefined)
    return (frontMatter?.end ?? (text.startsWith('\uFEFF') ? 1 : 0)) > 0
      ? trimEnd(text, frontMatter?.end ?? 1)
      : 0;
  const section = record.sections.find(({ headingSpan }) => headingSpan.start === node.start);
  const target = section === undefined ? node : lastOwnNode(record, section.span.end, node);
  return trimEnd(text, target.end);
}

/** The last top-level block before the next heading. */
function lastOwnNode(
  record: SupervisionRecord,
  sectionEnd: number,
  heading: { start: number; end: number },
): { start: number; end: number } {
  const next = record.sections.find(({ headingSpan }) => headingSpan.start > heading.start);
  const end = next === undefined ? sectionEnd : Math.min(sectionEnd, next.headingSpan.start);
  const own = record.nodes.filter((node) => node.start >= heading.start && node.end <= end);
  return own.at(-1) ?? heading;
}

function trimEnd(text: string, end: number): number {
  let trimmed = end;
  while (trimmed > 0 && /[\s]/.test(text.charAt(trimmed - 1))) trimmed--;
  return trimmed;
}
