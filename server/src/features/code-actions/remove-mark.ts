import type { TextChange } from '../../balance/rule.ts';
import type { Span } from '../../text/span.ts';

/** The change that takes a mark out of a passage, with the space before it. */
export function removeMark(text: string, span: Span): TextChange {
  let { start } = span;
  while (start > 0 && /[ \t]/.test(text.charAt(start - 1))) start--;
  return { span: { start, end: span.end }, newText: '' };
}
