import * as z from 'zod/mini';
import { shareOption } from '../../balance/share-rules.ts';
import { cultures } from '../../terms/cultures.ts';
import { defineRunRule } from '../run-rule.ts';
import { every, exampleOfRun, months } from './example-runs.ts';

const without = (culture: string, date: string): string =>
  exampleOfRun({ date, cultures: every.filter((each) => each !== culture) });
const all = (date: string): string => exampleOfRun({ date, cultures: every });
const four = months.slice(0, 4);

/** A culture absent from the last four records of a run (spec section 3). */
export const cultureAbsentInRun = defineRunRule({
  id: 'culture-absent-in-run',
  options: z.strictObject({
    records: z._default(z.number().check(z.minimum(2), z.maximum(50)), 4),
    share: shareOption(0.01),
    expected: shareOption(0.05),
  }),
  examples: [
    {
      title: 'Nothing together, four times',
      fires: true,
      texts: four.map((date) => without('democratic', date)),
    },
    {
      title: 'Nothing of the practice, four times',
      fires: true,
      texts: four.map((date) => without('professional', date)),
    },
    { title: 'All four cultures', fires: false, texts: four.map(all) },
    {
      title: 'Three records are too few',
      fires: false,
      texts: four.slice(1).map((date) => without('democratic', date)),
    },
    {
      title: 'Once, three records ago',
      fires: false,
      nearMiss: true,
      texts: [all(months[0]), ...months.slice(1, 4).map((date) => without('democratic', date))],
    },
  ],
  *check({ records }, { records: needed, share, expected }) {
    const last = records.filter(({ judged }) => judged).slice(-needed);
    // The newest must be among them: the question stands there.
    if (last.length < needed || last.at(-1) !== records.at(-1)) return;
    const absent = cultures.filter((culture) => {
      const mean = last.reduce((sum, { profile }) => sum + profile.expectedShares[culture], 0) / last.length;
      return mean < expected && last.every(({ profile }) => profile.shares[culture] < share);
    });
    const [first] = absent;
    if (first === undefined) return;
    yield {
      message: { name: first, values: { n: needed } },
      related: last.slice(0, -1).map(({ id }) => ({ id, message: { name: 'evidence' } })),
      opens: absent,
    };
  },
});
