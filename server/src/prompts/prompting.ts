import * as z from 'zod/mini';
import { aspects, cultures } from '../terms/cultures.ts';
import { stages } from './prompt-bank.ts';

const words = z.array(z.string().check(z.minLength(1))).check(z.minLength(1));
const byCulture = z.record(z.enum(cultures), z.string().check(z.minLength(1)));

/** `server/data/prompting.yaml`: what each part is for stands there. */
export const promptingSchema = z.strictObject({
  quote: z.strictObject({
    first: words,
    acronyms: words,
    ends: words,
    hanging: words,
    negations: words,
    reports: words,
    /** Between white space. */
    words: z.string().check(z.minLength(1)),
  }),
  stages: z.record(z.enum(stages), words),
  readiness: z.record(z.enum(['low', 'high']), words),
  sections: z.record(z.enum(['supervision', 'group', 'log', 'journal']), byCulture),
  group_questions: z.record(z.enum(aspects), z.string().check(z.minLength(1))),
  run_questions: z.strictObject({
    'managed-run': z.string().check(z.minLength(1)),
    'no-shared-space': z.string().check(z.minLength(1)),
    'culture-absent-in-run': byCulture,
  }),
});

/** The words that prompts and code actions go by. */
export type Prompting = z.infer<typeof promptingSchema>;
