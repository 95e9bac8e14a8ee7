import * as z from 'zod/mini';
import { shareOption } from '../../balance/share-rules.ts';
import { defineRunRule } from '../run-rule.ts';
import { every, exampleOfRun, months } from './example-runs.ts';

const work = (date: string): string => exampleOfRun({ date, cultures: ['managed'] });
const all = (date: string): string => exampleOfRun({ date, cultures: every });
const [first, second, third, fourth] = months;

/** Three records in a row with managed at 75 % or more (spec section 3). */
export const managedRun = defineRunRule({
  id: 'managed-run',
  options: z.strictObject({
    share: shareOption(0.75),
    records: z._default(z.number().check(z.minimum(2), z.maximum(50)), 3),
  }),
  examples: [
    { title: 'Three in a row', fires: true, texts: [work(first), work(second), work(third)] },
    {
      title: 'The last three of four',
      fires: true,
      texts: [all(first), work(second), work(third), work(fourth)],
    },
    { title: 'All four cultures each time', fires: false, texts: [all(first), all(second), all(third)] },
    {
      title: 'The newest is another',
      fires: false,
      texts: [work(first), work(second), work(third), all(fourth)],
    },
    { title: 'Two in a row', fires: false, nearMiss: true, texts: [all(first), work(second), work(third)] },
  ],
  *check({ records }, { share, records: needed }) {
    const last = records.slice(-needed);
    if (last.length < needed) return;
    const managed = last.every(
      ({ judged, profile }) =>
        judged && profile.shares.managed >= share && profile.expectedShares.managed >= share,
    );
    if (!managed) return;
    yield {
      message: { name: 'finding', values: { n: needed } },
      related: last.slice(0, -1).map(({ id }) => ({ id, message: { name: 'evidence' } })),
      opens: ['humanistic', 'democratic', 'professional'],
    };
  },
});
