import * as z from 'zod/mini';
import { defineRunRule, leastRecords } from '../run-rule.ts';
import { every, exampleOfRun } from './example-runs.ts';

const plain = (date: string, more: readonly string[] = []): string =>
  exampleOfRun({ date, cultures: every, more });
const weekDays = 7;

/** Longer between two sessions than was agreed; off unless `weeks` is set (spec section 3). */
export const sessionGap = defineRunRule({
  id: 'session-gap',
  options: z.strictObject({
    /** How often sessions were agreed, in weeks; 0: not agreed. */
    weeks: z._default(z.number().check(z.minimum(0), z.maximum(52)), 0),
    /** Days of grace. */
    grace: z._default(z.number().check(z.minimum(0), z.maximum(60)), 7),
  }),
  examples: [
    {
      title: 'Four weeks agreed, nine passed',
      fires: true,
      texts: [plain('2025-01-07'), plain('2025-02-04'), plain('2025-04-08')],
    },
    {
      title: 'Four weeks agreed, three months passed',
      fires: true,
      texts: [plain('2025-01-07'), plain('2025-02-04'), plain('2025-05-06')],
    },
    {
      title: 'As agreed',
      fires: false,
      texts: [plain('2025-01-07'), plain('2025-02-04'), plain('2025-03-04')],
    },
    {
      title: 'Somebody was on leave',
      fires: false,
      texts: [
        plain('2025-01-07'),
        plain('2025-02-04'),
        plain('2025-04-08', ['First one since T. was off sick.']),
      ],
    },
    {
      title: 'A few days over',
      fires: false,
      nearMiss: true,
      texts: [plain('2025-01-07'), plain('2025-02-04'), plain('2025-03-10')],
    },
  ],
  *check({ records }, { weeks, grace }) {
    const [before, newest] = records.slice(-2);
    if (weeks === 0 || records.length < leastRecords) return;
    if (before?.date === undefined || newest?.date === undefined || newest.away) return;
    const days = daysBetween(before.date, newest.date);
    if (days <= weeks * weekDays + grace) return;
    yield {
      message: { name: 'finding', values: { n: Math.round(days / weekDays), agreed: weeks } },
      related: [{ id: before.id, message: { name: 'evidence' } }],
      opens: ['managed', 'humanistic'],
    };
  },
});

const dayLength = 86_400_000;

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayLength);
}
