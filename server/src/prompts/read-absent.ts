import type { SignPhrases } from '../balance/sign-phrases.ts';
import { isObservationOfStudent } from '../record/observation-of-student.ts';
import { headerValue, type SupervisionRecord } from '../record/record.ts';
import type { Prompt } from './prompt-bank.ts';

/** Whom a prompt can't be for, going by who wrote the record. */
export type Absent = Extract<Prompt['for'], 'supervisor' | 'student'>;

/**
 * Who won't read what is put into a log or journal: the supervisor of one whose header names its student or author and
 * no supervisor; the student of an observation that somebody else wrote. Undefined: nobody that the record tells of.
 */
export function readAbsent(record: SupervisionRecord, signs: SignPhrases): Absent | undefined {
  const { kind } = record.recognition;
  if (kind !== 'log' && kind !== 'journal') return undefined;
  if (isObservationOfStudent(record)) return 'student';
  const author = headerValue(record, 'supervisee');
  if (author === undefined || headerValue(record, 'supervisor') !== undefined) return undefined;
  const label = record.text.slice(author.keySpan.start, author.keySpan.end);
  return signs.findInText('writer-alone', label).length > 0 ? 'supervisor' : undefined;
}
