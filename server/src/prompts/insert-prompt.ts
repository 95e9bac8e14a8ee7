import type { TextChange } from '../balance/rule.ts';
import type { SupervisionRecord } from '../record/record.ts';
import { endOfText, insertBlock } from './insert-block.ts';
import type { Prompt } from './prompt-bank.ts';

/**
 * The change that inserts a prompt as a block of its own after a top-level block, never inside a list or table (spec
 * section 4): at the end of the text under the heading that governs `offset`, before the next heading or the next
 * prompt, for what stands behind a prompt counts as its answer. Line endings are those of the record; a missing final
 * newline is made good.
 */
export function insertPrompt(
  record: SupervisionRecord,
  offset: number,
  prompt: Pick<Prompt, 'id' | 'text'>,
  leadIn: string,
): TextChange {
  const block = `> **${leadIn}** ${prompt.text} <!-- supervision-lens-prompt: ${prompt.id} -->`;
  return insertBlock(record.text, blockEnd(record, offset), block);
}

/** Where the top-level block ends behind which the prompt goes, without its line ending. */
function blockEnd(record: SupervisionRecord, offset: number): number {
  const { nodes, frontMatter, text, prompts } = record;
  const starts = new Set(nodes.map(({ start }) => start));
  // A heading in a quote or list is no place to go to.
  const sections = record.sections.filter(({ headingSpan }) => starts.has(headingSpan.start));
  const heading = [...sections].reverse().find(({ headingSpan }) => headingSpan.start <= offset);
  const start = heading?.headingSpan.start ?? 0;
  const next = [...sections.map(({ headingSpan }) => headingSpan), ...prompts.map(({ span }) => span)]
    .map((span) => span.start)
    .filter((each) => each > offset)
    .reduce((least, each) => Math.min(least, each), text.length);
  const own = nodes.filter((node) => node.start >= start && node.start < next && node.end <= next);
  const top = frontMatter?.end ?? (text.startsWith('\uFEFF') ? 1 : 0);
  return endOfText(text, own.at(-1)?.end ?? heading?.headingSpan.end ?? top);
}
