import * as z from 'zod/mini';
import { defineRule } from '../rule.ts';
import { shareKinds } from '../share-rules.ts';
import { exampleRecord } from './example-record.ts';

/** A decision, and no reason for it within two passages (spec section 3). */
export const decisionWithoutReason = defineRule({
  id: 'decision-without-reason',
  kinds: shareKinds,
  severity: 'information',
  reflective: true,
  offByDefault: true,
  options: z.strictObject({ passages: z._default(z.number().check(z.minimum(0), z.maximum(20)), 2) }),
  examples: [
    {
      title: 'Closed, full stop',
      fires: true,
      text: exampleRecord(
        'supervision',
        'Supervision, 4 March',
        'P family: case to close.',
        'Leave booked from the 24th.',
        'Mileage for February.',
      ),
    },
    {
      title: 'A threshold, without what stood behind it',
      fires: true,
      text: exampleRecord('log', 'Log, day 31', 'Duty call at nine. Threshold not met.', 'Lunch at one.'),
    },
    {
      title: 'What was seen stands beside it',
      fires: false,
      text: exampleRecord(
        'supervision',
        'Supervision, 4 March',
        'P family: three visits saw the boys fed and the beds made.',
        'Case to close.',
        'Leave booked from the 24th.',
      ),
    },
    {
      title: 'A task is no decision',
      fires: false,
      text: exampleRecord(
        'supervision',
        'Supervision, 4 March',
        'T. to ring the landlord.',
        'Leave booked from the 24th.',
      ),
    },
    {
      title: 'The reason comes two lines on',
      fires: false,
      nearMiss: true,
      text: exampleRecord(
        'supervision',
        'Supervision, 4 March',
        'P family: case to close.',
        'Leave booked from the 24th.',
        'The P boys: nan has moved in next door, so that somebody is there at four.',
      ),
    },
  ],
  *check({ record, signs }, { passages: reach }) {
    for (const passage of record.passages) {
      if (!signs.has('decision', passage)) continue;
      const near = record.passages.slice(Math.max(0, passage.index - reach), passage.index + reach + 1);
      if (near.some((each) => signs.has('reason', each))) continue;
      yield { span: passage.textSpan, message: { name: 'finding' }, opens: ['professional', 'democratic'] };
      return;
    }
  },
});
