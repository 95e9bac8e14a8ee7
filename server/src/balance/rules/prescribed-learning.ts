import * as z from 'zod/mini';
import { defineRule, recordSpan } from '../rule.ts';
import { shareKinds } from '../share-rules.ts';
import { exampleRecord } from './example-record.ts';

/** All learning in the record is assigned; none is chosen by the learner or shared with peers (spec section 3). */
export const prescribedLearning = defineRule({
  id: 'prescribed-learning',
  kinds: shareKinds,
  severity: 'information',
  reflective: true,
  options: z.strictObject({ passages: z._default(z.number().check(z.minimum(1), z.maximum(20)), 2) }),
  examples: [
    {
      title: 'Two courses, both prescribed',
      fires: true,
      text: exampleRecord(
        'supervision',
        'Supervision, 4 March',
        'Mandatory fire training overdue, to be done by Friday.',
        'Booked on the recording course for the 18th. Both sessions to be attended.',
        'K family: core group on the 12th.',
      ),
    },
    {
      title: 'A log of modules',
      fires: true,
      text: exampleRecord(
        'log',
        'Log, day 31',
        'E-learning on lone working finished, certificate saved.',
        'Refresher on medication due in May.',
      ),
    },
    {
      title: 'One of them was chosen',
      fires: false,
      text: exampleRecord(
        'supervision',
        'Supervision, 4 March',
        'Mandatory fire training overdue, to be done by Friday.',
        'Booked on the recording course for the 18th.',
        'T. asked to go to the hearing voices group, and went on her own time.',
      ),
    },
    {
      title: 'No learning is mentioned',
      fires: false,
      text: exampleRecord(
        'supervision',
        'Supervision, 4 March',
        'K family: core group on the 12th.',
        'Leave booked.',
      ),
    },
    {
      title: 'A form that is mandatory is no learning',
      fires: false,
      text: exampleRecord(
        'supervision',
        'Supervision, 4 March',
        'Mandatory fire training overdue, to be done by Friday.',
        'Version 7 of the form goes live on Monday, and section 4 is now mandatory.',
        'K family: core group on the 12th.',
      ),
    },
    {
      title: 'One line on a course',
      fires: false,
      nearMiss: true,
      text: exampleRecord(
        'supervision',
        'Supervision, 4 March',
        'Mandatory fire training overdue, to be done by Friday.',
        'K family: core group on the 12th.',
      ),
    },
  ],
  *check({ record, signs }, { passages: needed }) {
    const assigned = record.passages.filter(
      (passage) =>
        signs.has('learning-assigned', passage) ||
        (signs.has('learning-required', passage) && signs.has('scene-training', passage)),
    );
    if (assigned.length < needed) return;
    if (record.passages.some((passage) => signs.has('learning-chosen', passage))) return;
    yield {
      span: recordSpan(record),
      message: { name: 'finding', values: { n: assigned.length } },
      related: assigned
        .slice(0, 3)
        .map(({ textSpan }) => ({ span: textSpan, message: { name: 'evidence' } })),
      opens: ['professional', 'democratic'],
    };
  },
});
