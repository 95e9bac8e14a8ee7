import * as z from 'zod/mini';
import { isFormalMatter } from '../formal-matter.ts';
import { defineRule, recordSpan } from '../rule.ts';
import type { SignList } from '../sign-phrases.ts';
import { exampleRecord } from './example-record.ts';

/** What belongs to a fair process (spec section 3), in the order in which it is told, with what shows it. */
const parts: readonly {
  readonly name: string;
  readonly lists: readonly SignList[];
  readonly shows?: RegExp;
}[] = [
  { name: 'seen', lists: ['fair-seen'], shows: /\b\d{1,2}(?:st|nd|rd|th|[/.]\d)/ },
  { name: 'account', lists: ['fair-account'], shows: /["“][^"“”]{3,}["”]/ },
  { name: 'support', lists: ['fair-support'] },
  { name: 'expected', lists: ['fair-expected'] },
  { name: 'accompanied', lists: ['fair-accompanied', 'fair-kind'] },
];

const whole = [
  'Informal capability meeting. T. was told on Monday what kind of meeting it is and brought her union rep.',
  'Seen: visits of 3 and 17 February not written up until 28 February; the review form of the 20th had no views in it.',
  'T. says she was covering two caseloads and had said so by e-mail.',
  'Support: an hour each Thursday with RM, and no duty in March.',
  'Expected: visits written up within three days. Reviewed on 4 April.',
];

/** Capability, disciplinary or fitness to practise, and something that makes a process fair isn't in the record. */
export const fairProcess = defineRule({
  id: 'fair-process',
  kinds: ['supervision', 'log'],
  severity: 'information',
  reflective: false,
  offByDefault: true,
  options: z.strictObject({}),
  examples: [
    {
      title: 'No account, nobody to go along',
      fires: true,
      text: exampleRecord(
        'supervision',
        'Capability meeting, 4 March',
        'Stage one. Visits of 3 and 17 February not written up in time, which falls under the capability procedure.',
        'Weekly supervision until Easter. Visits to be written up within three days, reviewed on 4 April.',
      ),
    },
    {
      title: 'A placement that may fail',
      fires: true,
      text: exampleRecord(
        'log',
        'Concerns meeting, day 60',
        'Cause for concern raised. At risk of failing the placement.',
        'The reports are thin and late.',
      ),
    },
    {
      title: 'All five are there',
      fires: false,
      text: exampleRecord('supervision', 'Capability meeting, 4 March', ...whole),
    },
    {
      title: 'Nothing of the kind',
      fires: false,
      text: exampleRecord(
        'supervision',
        'Supervision, 4 March',
        'K family: core group on the 12th.',
        'Leave booked.',
      ),
    },
    {
      title: 'It is over',
      fires: false,
      text: exampleRecord(
        'supervision',
        'Supervision, 4 March',
        'T. has passed her probation and is confirmed in post.',
        'Letter from HR on its way.',
      ),
    },
    {
      title: 'Named once, in passing',
      fires: false,
      nearMiss: true,
      text: exampleRecord(
        'supervision',
        'Supervision, 4 March',
        'K family: core group on the 12th.',
        'T. has agreed to be the rep at a colleague’s disciplinary on the 20th.',
        'Leave booked.',
      ),
    },
  ],
  *check({ record, signs }) {
    if (!isFormalMatter(record, signs)) return;
    const missing = parts.filter(
      ({ lists, shows }) =>
        !record.passages.some(
          (passage) =>
            lists.some((list) => signs.has(list, passage)) || shows?.test(passage.plain.text) === true,
        ),
    );
    if (missing.length === 0) return;
    yield {
      span: recordSpan(record),
      message: { name: 'finding', values: { n: missing.length } },
      related: missing.map(({ name }) => ({ span: recordSpan(record), message: { name } })),
    };
  },
});
