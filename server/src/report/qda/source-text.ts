import { toMarkupText } from '../escape-markup.ts';
import type { ReportLine } from '../content/report-content.ts';

/** A record as one plain text, and where its passages stand in it. */
export interface SourceText {
  /** Lines end with a line feed. */
  readonly text: string;
  /** By index of the passage: codepoints from 0, end exclusive. */
  readonly places: ReadonlyMap<number, { readonly start: number; readonly end: number }>;
}

/** Puts lines together, a blank one between each two, as a program for qualitative analysis reads them. */
export function sourceText(lines: readonly ReportLine[]): SourceText {
  const places = new Map<number, { start: number; end: number }>();
  const parts: string[] = [];
  let at = 0;
  for (const { text, passage } of lines) {
    const line = toMarkupText(text).replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n');
    const end = at + countCodepoints(line);
    if (passage !== undefined) places.set(passage, { start: at, end });
    parts.push(line);
    at = end + separator.length;
  }
  return { text: parts.length === 0 ? '' : `${parts.join(separator)}\n`, places };
}

const separator = '\n\n';

function countCodepoints(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}
