import * as z from 'zod/mini';
import { defineRunRule, leastRecords } from '../run-rule.ts';
import { every, exampleOfRun, months } from './example-runs.ts';

const plain = (date: string, more: readonly string[] = []): string =>
  exampleOfRun({ date, cultures: every, more });
const [first, second, third, fourth] = months;

/** The run never mentions a shared space for learning (spec section 3; Nonaka and Konno 1998). */
export const noSharedSpace = defineRunRule({
  id: 'no-shared-space',
  options: z.strictObject({ records: z._default(z.number().check(z.minimum(3), z.maximum(50)), 4) }),
  examples: [
    {
      title: 'Four records, no such place',
      fires: true,
      texts: [first, second, third, fourth].map((date) => plain(date)),
    },
    { title: 'Five records, no such place', fires: true, texts: months.map((date) => plain(date)) },
    {
      title: 'A peer group is mentioned once',
      fires: false,
      texts: [
        plain(first, ['T. took the P boys to the peer group.']),
        plain(second),
        plain(third),
        plain(fourth),
      ],
    },
    { title: 'Three records are too few', fires: false, texts: [plain(first), plain(second), plain(third)] },
    {
      title: 'A session that was cancelled is worth a question of its own',
      fires: false,
      nearMiss: true,
      texts: [
        plain(first),
        plain(second),
        plain(third, ['Group supervision cancelled again.']),
        plain(fourth),
      ],
    },
  ],
  *check({ by, records }, { records: needed }) {
    if (by !== 'person' || records.length < Math.max(needed, leastRecords)) return;
    const mentioned = records.some(({ observations }) =>
      observations.some(({ topic, passages }) => topic === 'community.shared-space' && passages.length > 0),
    );
    if (mentioned) return;
    yield {
      message: { name: 'finding', values: { n: records.length } },
      opens: ['democratic', 'humanistic'],
    };
  },
});
