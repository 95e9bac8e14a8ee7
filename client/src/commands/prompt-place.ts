import type { PromptChoice } from '../../../server/src/protocol.ts';
import type { Place } from './command-arguments.ts';

/** Where the text of an inserted prompt ends once its edit has been applied: after its last line with any words. */
export function placeAfterPrompt({ range, newText }: PromptChoice['edit']): Place {
  const lines = newText.trimEnd().split(/\r\n|\n|\r/);
  const last = lines.at(-1) ?? '';
  const added = lines.length - 1;
  const before = added === 0 ? range.start.character : 0;
  return { line: range.start.line + added, character: before + last.length };
}
