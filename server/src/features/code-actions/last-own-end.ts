import type { Section, SupervisionRecord } from '../../record/record.ts';
import { endOfText } from '../../prompts/insert-block.ts';

/** Where a section's own text ends, before the next heading: the end of its last top-level block. */
export function lastOwnEnd(record: SupervisionRecord, { headingSpan, span }: Section): number {
  const next = record.sections.find((other) => other.headingSpan.start > headingSpan.start);
  const end = Math.min(span.end, next?.headingSpan.start ?? span.end);
  const own = record.nodes.filter((node) => node.start >= headingSpan.start && node.end <= end);
  return endOfText(record.text, own.at(-1)?.end ?? headingSpan.end);
}
