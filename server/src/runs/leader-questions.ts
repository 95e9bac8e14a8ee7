import * as z from 'zod/mini';
import { fillMessage } from '../text/message.ts';
import { showMonth } from '../text/show-day.ts';
import type { RecordKind } from '../terms/kinds.ts';
import type { Run } from './gather-runs.ts';
import { observedTopics } from './observations.ts';

/** What may bear on a question: a topic of {@link observedTopics}, or the styles of leading. */
export const bearings = [...observedTopics, 'style'] as const;

/** One of {@link bearings}. */
export type Bearing = (typeof bearings)[number];

/** `server/data/leader-questions.yaml`. */
export const leaderQuestionsSchema = z.array(
  z.strictObject({
    id: z.string(),
    of: z.enum(['team', 'person']),
    words: z.string(),
    bears: z.array(z.enum(bearings)).check(z.minLength(1)),
  }),
);

/** A question for whoever leads or supervises; no diagnostic, and never about a person's worth. */
export type LeaderQuestion = z.infer<typeof leaderQuestionsSchema>[number];

/** A question that a run raises, ready to be asked. */
export interface AskedQuestion {
  readonly id: string;
  readonly words: string;
  readonly bears: readonly Bearing[];
}

/** Asked of a team's run from so many records on (spec section 3), and of a person's once it is a run at all. */
const leastRecords: Readonly<Record<Run['by'], number>> = { team: 4, person: 3 };
/** A journal is nobody's who supervises. */
const supervised: readonly RecordKind[] = ['supervision', 'log'];

/** The questions that a run raises, in the order of the data; none where it is too short. */
export function askLeader(
  run: Pick<Run, 'by' | 'name' | 'records'>,
  questions: readonly LeaderQuestion[],
): AskedQuestion[] {
  const [first] = run.records;
  const last = run.records.at(-1);
  if (first?.date === undefined || last?.date === undefined) return [];
  if (run.records.length < leastRecords[run.by]) return [];
  if (run.by === 'person' && !run.records.some(({ kind }) => supervised.includes(kind))) return [];
  // "In March" is said in May of the same year, not of the same month.
  if (run.by === 'person' && first.date.slice(0, 7) === last.date.slice(0, 7)) return [];
  const values = { name: run.name, month: monthOf(first.date, last.date) };
  return questions
    .filter((question) => question.of === run.by)
    .map(({ id, words, bears }) => ({ id, words: fillMessage(words, values), bears }));
}

/** "March", with the year where that isn't the newest record's. */
function monthOf(date: string, newest: string): string {
  const name = showMonth(date);
  return date.slice(0, 4) === newest.slice(0, 4) ? name : `${name} ${date.slice(0, 4)}`;
}
