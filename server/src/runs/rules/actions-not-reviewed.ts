import * as z from 'zod/mini';
import { findWords, foldText } from '../../text/words.ts';
import { defineRunRule, leastRecords } from '../run-rule.ts';
import type { RecordSummary } from '../record-summary.ts';
import { every, exampleOfRun, months } from './example-runs.ts';

const [first, second, third] = months;
const actions =
  '## Actions\n\n- T. to ring the landlord about the boiler by 11 February\n- KL to find out about the Welsh course by 18 February';
const plain = (date: string): string => exampleOfRun({ date, cultures: every });
const agreed = (date: string): string => exampleOfRun({ date, cultures: every, more: [actions] });

/** What was agreed in the last record isn't taken up in this one (spec section 3). */
export const actionsNotReviewed = defineRunRule({
  id: 'actions-not-reviewed',
  options: z.strictObject({}),
  examples: [
    {
      title: 'Two actions, and not a word of them',
      fires: true,
      texts: [plain(first), agreed(second), plain(third)],
    },
    {
      title: 'The same after a record in between',
      fires: true,
      texts: [agreed(first), agreed(second), plain(third)],
    },
    {
      title: 'A heading for them',
      fires: false,
      texts: [
        plain(first),
        agreed(second),
        exampleOfRun({ date: third, cultures: every, more: ['## Previous actions', '- Both done.'] }),
      ],
    },
    {
      title: 'One of them is told of',
      fires: false,
      texts: [
        plain(first),
        agreed(second),
        exampleOfRun({ date: third, cultures: every, more: ['The landlord has had the boiler mended.'] }),
      ],
    },
    {
      title: 'Nothing was left open',
      fires: false,
      nearMiss: true,
      texts: [plain(first), plain(second), plain(third)],
    },
  ],
  *check({ records }) {
    const [before, newest] = records.slice(-2);
    if (records.length < leastRecords || before === undefined || newest === undefined) return;
    const { openActions } = before;
    if (openActions.length === 0 || newest.takesUp) return;
    if (openActions.some((action) => isMentioned(action, newest))) return;
    yield {
      message: { name: 'finding', values: { n: openActions.length } },
      related: [{ id: before.id, message: { name: 'evidence' } }],
      opens: ['managed', 'democratic'],
    };
  },
});

const longWord = 5;
/** Words that many actions have and that tell none of them apart. */
const idle = new Set([
  'before',
  'after',
  'about',
  'friday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'write',
  'check',
  'agreed',
  'arrange',
  'complete',
  'update',
  'discuss',
  'email',
  'contact',
  'their',
  'which',
  'would',
  'could',
  'should',
  'there',
  'where',
  'other',
  'meeting',
  'visit',
  'report',
  'supervision',
  'session',
]);

/** Whether a record uses a word that says what an action is about. */
function isMentioned(action: string, { words }: RecordSummary): boolean {
  const own = findWords(action).map(({ start, end }) => foldText(action.slice(start, end)));
  return own.some(
    (word) => word.length >= longWord && !idle.has(word) && !/^\d/.test(word) && words.includes(` ${word} `),
  );
}
