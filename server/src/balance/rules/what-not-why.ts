import * as z from 'zod/mini';
import { defineRule, recordSpan } from '../rule.ts';
import { wordsOfRecord } from '../record-words.ts';
import { exampleRecord } from './example-record.ts';

const count = (standard: number, most: number): z.ZodMiniType<number> =>
  z._default(z.number().check(z.minimum(0), z.maximum(most)), standard);

const whatAndWhen = [
  'K family: core group held on the 12th, minutes out on the 14th. Chronology in progress. Next visit on the 20th with the health visitor.',
  'P family: review on the 18th at ten in the civic centre. Attendance 92 per cent. Dental check booked. School report received on the 3rd.',
  'Referral from the ward received on the 27th and allocated on the 28th. Assessment started. Panel on the 20th. Package from the 24th.',
  'Recording: two visits outstanding, one review form outstanding. Mileage for February in. Leave booked from the 24th to the 28th.',
  'Training: module four completed on the 2nd. Fire drill completed. Laptop replaced on the 9th. Badge renewed.',
];

/** What and when, and hardly how and why (Wilkins, Forrester and Grant 2017). */
export const whatNotWhy = defineRule({
  id: 'what-not-why',
  kinds: ['supervision', 'log', 'journal'],
  severity: 'information',
  reflective: true,
  offByDefault: true,
  options: z.strictObject({ words: count(80, 2000), mostInHundred: count(0.8, 10) }),
  examples: [
    {
      title: 'Dates from top to bottom',
      fires: true,
      text: exampleRecord('supervision', 'Supervision, 4 March', ...whatAndWhen),
    },
    {
      title: 'A log of the same sort',
      fires: true,
      text: exampleRecord('log', 'Log, day 31', ...whatAndWhen),
    },
    {
      title: 'Reasons stand beside the dates',
      fires: false,
      text: exampleRecord(
        'supervision',
        'Supervision, 4 March',
        ...whatAndWhen,
        'We put the P review back a week because the school report contradicts what the health visitor saw.',
        'T. wonders whether the attendance hides more than it shows.',
      ),
    },
    {
      title: 'Too short to judge',
      fires: false,
      text: exampleRecord('supervision', 'Supervision, 4 March', ...whatAndWhen.slice(0, 2)),
    },
    {
      title: 'One thought in a short note',
      fires: false,
      nearMiss: true,
      text: exampleRecord(
        'supervision',
        'Supervision, 4 March',
        ...whatAndWhen,
        'T. thinks that the attendance figure hides more than it shows.',
      ),
    },
  ],
  *check({ record, signs }, { words, mostInHundred }) {
    const all = wordsOfRecord(record);
    if (all < words) return;
    const explained = record.passages.reduce(
      (sum, passage) => sum + signs.find('explaining', passage).length,
      0,
    );
    if ((100 * explained) / all > mostInHundred) return;
    yield {
      span: recordSpan(record),
      message: { name: 'finding' },
      opens: ['professional', 'humanistic'],
    };
  },
});
