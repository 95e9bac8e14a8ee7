import { headerValue, type SupervisionRecord } from '../record/record.ts';
import type { Prompt } from './prompt-bank.ts';

/** Whom a prompt can't be for, going by who wrote the record. */
export type Absent = Extract<Prompt['for'], 'supervisor' | 'student'>;

/**
 * Who won't read what is put into a log or journal: the supervisor of one whose header names its student or author and
 * no supervisor; the student of an observation that somebody else wrote. Undefined: nobody that the record tells of.
 */
export function readAbsent(record: SupervisionRecord): Absent | undefined {
  const { kind } = record.recognition;
  if (kind !== 'log' && kind !== 'journal') return undefined;
  if (isObservationOfStudent(record)) return 'student';
  const author = headerValue(record, 'supervisee');
  if (author === undefined || headerValue(record, 'supervisor') !== undefined) return undefined;
  const label = record.text.slice(author.keySpan.start, author.keySpan.end);
  return /\b(?:author|student|trainee|apprentice|candidate|learner)\b/i.test(label)
    ? 'supervisor'
    : undefined;
}

/** The title or opening line tells of a student who was observed, and of who wrote that down. */
function isObservationOfStudent({ sections, passages, header, text }: SupervisionRecord): boolean {
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
