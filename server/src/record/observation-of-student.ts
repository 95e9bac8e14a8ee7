import type { SupervisionRecord } from './record.ts';

/** The title or opening line tells of a student who was observed, and of who wrote that down. */
export function isObservationOfStudent({ sections, passages, header, text }: SupervisionRecord): boolean {
  const title = [sections[0]?.title ?? '', passages[0]?.plain.text.slice(0, openingLength) ?? ''].join('\n');
  if (!/\b(?:obs|obsn|observation|observed)\b/i.test(title)) return false;
  const told = [
    title,
    ...header.map(({ keySpan, value }) => `${text.slice(keySpan.start, keySpan.end)} ${value}`),
  ].join('\n');
  const tellsWriter = /\b(?:notes|written|written up|recorded|observed|observation) by\b|\bobserver\b/i;
  return /\b(?:student|trainee|apprentice|candidate)\b/i.test(told) && tellsWriter.test(told);
}

/** An opening line is no longer. */
const openingLength = 200;
