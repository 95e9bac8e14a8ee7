import * as z from 'zod/mini';
import { isHandedIn } from '../../confidentiality/profiles.ts';
import { isObservationOfStudent } from '../../record/observation-of-student.ts';
import { defineRule, recordSpan } from '../rule.ts';

const log = (front: string, body: string): string =>
  `---\ntype: log\ndate: 2025-03-04\n${front}---\n\n# Reflective log\n\n${body}\n`;
const body = 'I visited D. at home, and his mother let me in.';

/**
 * A log that is to be handed in says that names are changed (`domain.md` 2f). Asked of the first record of a run
 * alone: a portfolio says it once.
 */
export const confidentialityStatementMissing = defineRule({
  id: 'confidentiality-statement-missing',
  kinds: ['log', 'journal'],
  severity: 'hint',
  reflective: false,
  options: z.strictObject({}),
  examples: [
    { title: 'A log of a placement', fires: true, text: log('placement: first, day 31\n', body) },
    { title: 'A log for the portfolio', fires: true, text: log('', `For my portfolio. ${body}`) },
    {
      title: 'It says so in its header',
      fires: false,
      text: log('placement: first\nconfidentiality: All names have been changed.\n', body),
    },
    {
      title: 'It says so in its text',
      fires: false,
      text: log('placement: first\n', `Names have been changed. ${body}`),
    },
    {
      title: 'A night handed over, where a placement is somebody else’s',
      fires: false,
      nearMiss: true,
      text: log('', `${body} The placement team rang on Sunday.`),
    },
    {
      title: 'What an observer wrote of a student',
      text: log('placement: first\n', `Direct observation of the student. Notes by DW. ${body}`),
      fires: false,
    },
    { title: 'A log for oneself', fires: false, nearMiss: true, text: log('', body) },
  ],
  looksBefore: ({ found }) => found.has('confidentiality-statement-missing'),
  *check({ record, recordBefore, confidentiality: { finder, profile } }) {
    if (recordBefore !== undefined) return;
    if (profile.statement === 'never' || record.passages.length === 0) return;
    if (profile.statement === 'handed_in' && !isHandedIn(record, finder.data)) return;
    // What an observer wrote isn't the student's to add to.
    if (isObservationOfStudent(record)) return;
    if (finder.hasStatement(record)) return;
    yield { span: recordSpan(record), message: { name: 'finding' } };
  },
});
