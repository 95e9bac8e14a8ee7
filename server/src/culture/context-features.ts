import { passageLabels } from '../terms/cultures.ts';
import type { PassageBlock, RecordKind } from '../terms/kinds.ts';
import type { Scores } from './text-score.ts';

/** `unknown` has no figure of its own: a record whose kind can't be told is read without regard to kind. */
const kinds: readonly RecordKind[] = ['supervision', 'group', 'log', 'journal'];
const blocks: readonly PassageBlock[] = ['paragraph', 'item', 'quote', 'row'];

/** What a figure of the context tells of. */
export type ContextPart = 'own' | 'heading' | 'neighbour' | 'place';

/** A passage and the texts around it, scored each by itself. */
export interface ScoredContext {
  readonly own: Scores;
  /** Outermost first. */
  readonly headings: readonly Scores[];
  /** In reading order: the nearest is last. */
  readonly before: readonly Scores[];
  /** In reading order: the nearest is first. */
  readonly after: readonly Scores[];
  readonly kind: RecordKind;
  readonly block: PassageBlock;
}

const scores = (part: ContextPart): readonly ContextPart[] => passageLabels.map(() => part);

/** What each of {@link contextFigures} belongs to, in order. */
export const contextParts: readonly ContextPart[] = [
  ...scores('own'),
  ...scores('heading'),
  ...scores('heading'),
  ...scores('neighbour'),
  ...scores('neighbour'),
  ...scores('neighbour'),
  ...scores('neighbour'),
  ...kinds.map((): ContextPart => 'place'),
  ...blocks.map((): ContextPart => 'place'),
];

/**
 * The figures that the context model weighs: scores of the passage, of its nearest and its outermost
 * heading, of the passage before and after, mean scores of those further off, then kind and block as 0 or 1.
 */
export function contextFigures({ own, headings, before, after, kind, block }: ScoredContext): number[] {
  return [
    ...own,
    ...meanScores(headings.slice(-1)),
    ...meanScores(headings.slice(0, -1).slice(0, 1)),
    ...meanScores(before.slice(-1)),
    ...meanScores(after.slice(0, 1)),
    ...meanScores(before.slice(0, -1)),
    ...meanScores(after.slice(1)),
    ...kinds.map((candidate) => (candidate === kind ? 1 : 0)),
    ...blocks.map((candidate) => (candidate === block ? 1 : 0)),
  ];
}

function meanScores(rows: readonly Scores[]): number[] {
  return passageLabels.map((_, label) => {
    let sum = 0;
    for (const row of rows) sum += row[label] ?? 0;
    return rows.length === 0 ? 0 : sum / rows.length;
  });
}
