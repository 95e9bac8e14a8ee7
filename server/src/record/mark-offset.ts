import type { Passage } from './record.ts';

/** Where a mark on a passage goes: behind its last line, in a row before the closing pipe. */
export function markOffset(text: string, { block, span }: Passage): number {
  let { end } = span;
  if (block === 'row' && text.charAt(end - 1) === '|' && text.charAt(end - 2) !== '\\') end--;
  while (end > span.start && /\s/.test(text.charAt(end - 1))) end--;
  return end;
}
