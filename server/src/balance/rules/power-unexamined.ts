import * as z from 'zod/mini';
import { passagesOfExclusion } from '../passage-signs.ts';
import { defineRule } from '../rule.ts';
import { shareKinds } from '../share-rules.ts';
import { exampleRecord } from './example-record.ts';

/** Exclusion or a silenced voice, and nothing of what the person wanted or what anybody with a say did (spec section 3). */
export const powerUnexamined = defineRule({
  id: 'power-unexamined',
  kinds: shareKinds,
  severity: 'information',
  reflective: true,
  offByDefault: true,
  options: z.strictObject({}),
  examples: [
    {
      title: 'Talked over, and that is all',
      fires: true,
      text: exampleRecord(
        'supervision',
        'Supervision, 4 March',
        'Core group: Mrs A was talked over by the chair from start to end.',
        'Next core group on the 12th. Chronology by Friday.',
      ),
    },
    {
      title: 'Nobody asked the boy',
      fires: true,
      text: exampleRecord(
        'log',
        'Log, day 31',
        'The move is on Friday. Nobody asked him.',
        'Bags from stores, key from the hostel, taxi at nine.',
      ),
    },
    {
      title: 'Somebody puts it in writing',
      fires: false,
      text: exampleRecord(
        'supervision',
        'Supervision, 4 March',
        'Core group: Mrs A was talked over by the chair from start to end.',
        'T. wrote to the chair the same evening, with a copy to Mrs A.',
      ),
    },
    {
      title: 'What the person wants',
      fires: false,
      text: exampleRecord(
        'log',
        'Log, day 31',
        'The move is on Friday. Nobody asked him.',
        'He wants to keep the room with the window. Told the hostel so.',
      ),
    },
    {
      title: 'A decision that nobody contests',
      fires: false,
      nearMiss: true,
      text: exampleRecord('log', 'Log, day 31', 'The move is on Friday.', 'Bags from stores, taxi at nine.'),
    },
  ],
  *check({ record, signs }) {
    const [first] = passagesOfExclusion(record, signs);
    if (first === undefined || record.passages.some((passage) => signs.has('redress', passage))) return;
    yield { span: first.passage.textSpan, message: { name: 'finding' }, opens: ['democratic'] };
  },
});
