import * as z from 'zod/mini';
import { showsLivedVoice } from '../passage-signs.ts';
import { defineRule, recordSpan } from '../rule.ts';
import { wordsOfRecord } from '../record-words.ts';
import { shareKinds } from '../share-rules.ts';
import { exampleRecord } from './example-record.ts';

const count = (standard: number, most: number): z.ZodMiniType<number> =>
  z._default(z.number().check(z.minimum(1), z.maximum(most)), standard);

/** Casework is discussed, and no person served, child or carer says, does, wants or chooses anything (spec section 3). */
export const livedVoiceAbsent = defineRule({
  id: 'lived-voice-absent',
  kinds: shareKinds,
  severity: 'information',
  reflective: true,
  offByDefault: true,
  options: z.strictObject({ passages: count(3, 50), words: count(40, 2000) }),
  examples: [
    {
      title: 'Three cases, nobody in them',
      fires: true,
      text: exampleRecord(
        'supervision',
        'Supervision, 4 March',
        'K family: core group on the 12th, minutes due on the 14th, chronology still to do.',
        'P family: child in need review due, visits in timescale, attendance at 92 per cent.',
        'Referral from the ward: assessment allocated, package to be costed, panel on the 20th.',
      ),
    },
    {
      title: 'A log of a visit without the people',
      fires: true,
      text: exampleRecord(
        'log',
        'Log, day 31',
        'Home visit to the family at ten, announced, with the health visitor. House checked, fridge checked, beds checked.',
        'Assessment form completed in full. Consent form for school and health obtained and scanned to the case file.',
        'Next visit in ten working days. Review of the plan at the end of the month in the small meeting room.',
      ),
    },
    {
      title: 'A gesture counts',
      fires: false,
      text: exampleRecord(
        'supervision',
        'Supervision, 4 March',
        'K family: core group on the 12th, minutes due on the 14th, chronology still to do.',
        'P family: child in need review due. The boy hid the letter under the sofa cushion.',
        'Referral from the ward: assessment allocated, package to be costed, panel on the 20th.',
      ),
    },
    {
      title: 'No casework is discussed',
      fires: false,
      text: exampleRecord(
        'supervision',
        'Supervision, 4 March',
        'Leave booked for the last week of the month, duty covered on the Monday and the Tuesday.',
        'The office moves in June; crates come on the ninth and the lift is out until the week after.',
        'Mileage claims for February still to be put in, and the phone contract is up for renewal.',
      ),
    },
    {
      title: 'One line on a case',
      fires: false,
      nearMiss: true,
      text: exampleRecord(
        'supervision',
        'Supervision, 4 March',
        'K family: core group on the 12th, chronology still to do.',
        'Leave booked for the last week of the month, duty covered on the Monday and the Tuesday.',
        'The office moves in June; crates come on the ninth and the lift is out until the week after.',
      ),
    },
  ],
  *check({ record, signs }, { passages: needed, words }) {
    if (record.recognition.kind === 'group' && record.recognition.subtype === 'business') return;
    const cases = record.passages.filter((passage) => signs.has('casework', passage));
    if (cases.length < needed || wordsOfRecord(record) < words) return;
    if (record.passages.some((passage) => showsLivedVoice(passage, signs))) return;
    yield {
      span: recordSpan(record),
      message: { name: 'finding', values: { n: cases.length } },
      related: cases.slice(0, 3).map(({ textSpan }) => ({ span: textSpan, message: { name: 'evidence' } })),
      opens: ['democratic', 'humanistic'],
    };
  },
});
