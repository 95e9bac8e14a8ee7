import * as z from 'zod/mini';
import { defineRule, recordSpan } from '../rule.ts';
import { wordsOfRecord } from '../record-words.ts';
import { exampleRecord } from './example-record.ts';

const day = [
  'Team meeting at nine, then out with the duty worker to two addresses on the estate. Nobody home at the first.',
  'At the second we did the housing form with the tenant and took copies of the bills. Back by one.',
  'In the afternoon I wrote both visits up on the system and rang the repairs line about the boiler. Finished at five.',
];

/** A journal in which nothing is doubted, felt, compared, understood late, learnt from somebody or left open. */
export const oneMoreQuestion = defineRule({
  id: 'one-more-question',
  kinds: ['journal'],
  severity: 'information',
  reflective: true,
  offByDefault: true,
  options: z.strictObject({ words: z._default(z.number().check(z.minimum(10), z.maximum(2000)), 40) }),
  examples: [
    { title: 'A day, told', fires: true, text: exampleRecord('journal', 'Week 6', ...day) },
    {
      title: 'A longer day, told',
      fires: true,
      text: exampleRecord(
        'journal',
        'Week 7',
        ...day,
        'On Thursday the panel sat from ten to twelve. I took the minutes.',
      ),
    },
    {
      title: 'A doubt at the end',
      fires: false,
      text: exampleRecord('journal', 'Week 6', ...day, 'I am not sure that the form was what she came for.'),
    },
    {
      title: 'The story turns on what was missed',
      fires: false,
      text: exampleRecord(
        'journal',
        'Week 6',
        ...day,
        'Only on the stairs did I see that the meter had been taped over.',
        'I never asked.',
      ),
    },
    {
      title: 'Too short to ask',
      fires: false,
      nearMiss: true,
      text: exampleRecord('journal', 'Week 6', day[0] ?? ''),
    },
  ],
  *check({ record, signs }, { words }) {
    if (wordsOfRecord(record) < words) return;
    const opens = record.passages.some(
      (passage) => signs.has('opening', passage) || passage.plain.text.includes('?'),
    );
    if (opens) return;
    yield { span: recordSpan(record), message: { name: 'finding' }, opens: ['humanistic', 'professional'] };
  },
});
