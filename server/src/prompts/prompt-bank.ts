import * as z from 'zod/mini';
import { aspects, cultures } from '../terms/cultures.ts';
import { scenes } from './prompt-scene.ts';

/** The stages of a group, in the order in which they are told; they are no ladder. */
export const stages = ['forming', 'storming', 'norming', 'performing', 'ending'] as const;

/** One of {@link stages}. */
export type GroupStage = (typeof stages)[number];

const kind = z.enum(['supervision', 'group', 'log', 'journal']);

/** One prompt of `server/data/prompts.yaml`. */
export const promptSchema = z.strictObject({
  id: z.string().check(z.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)),
  /** May hold `{initial}`, the worker's: see `fill-prompt.ts`. */
  text: z.string().check(z.minLength(10)),
  /** The same, taking up `{words}` of the record: used where there are some that may be quoted. */
  with_words: z.optional(z.string().check(z.includes('{words}'))),
  /** The culture that it makes room for. */
  opens: z.enum(cultures),
  aspect: z.enum(aspects),
  rules: z.array(z.string()).check(z.minLength(1)),
  kinds: z.array(kind).check(z.minLength(1)),
  for: z.enum(['supervisor', 'both', 'student', 'student-and-educator', 'group']),
  exposure: z.enum(['low', 'some', 'high']),
  minutes: z.number().check(z.minimum(1), z.maximum(120)),
  form: z.enum(['question', 'activity', 'agenda-item', 'action']),
  stages: z.array(z.enum(stages)).check(z.minLength(1)),
  readiness: z.enum(['any', 'low', 'high']),
  /** What it takes for granted: not offered where the record shows nothing of it. */
  needs: z.optional(z.enum(scenes)),
  /** It takes something of the record to others: every passage must be one that may go to a group. */
  to_group: z.optional(z.literal(true)),
  /** Not offered where the record tells of a death, or of a child taken from home. */
  unless: z.optional(z.literal('loss')),
  source: z.string().check(z.minLength(3)),
});

/** The whole bank. */
export const promptsSchema = z.array(promptSchema);

/** A groupwork prompt. */
export type Prompt = z.infer<typeof promptSchema>;
