import { labelCount } from './culture-model.ts';
import { passageLabels } from './culture.ts';
import type { PassageBlock, RecordKind } from '../terms/kinds.ts';
import type { Scores } from './text-score.ts';

const kinds: readonly RecordKind[] = ['supervision', 'group', 'log', 'journal', 'unknown'];
const blocks: readonly PassageBlock[] = ['paragraph', 'item', 'quote', 'row'];

/** What a context figure tells of: shown to the user apart for headings and for neighbours. */
export type ContextPart = 'own' | 'heading' | 'neighbour' | 'place';

/** The texts around a passage, scored each by itself. */
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

const scored = (part: ContextPart): readonly ContextPart[] => passageLabels.map(() => part);

/** What each of {@link contextFigures} belongs to, in order. */
export const contextParts: readonly ContextPart[] = [
  ...scored('own'),
  ...scored('heading'),
  ...scored('heading'),
  ...scored('neighbour'),
  ...scored('neighbour'),
  ...scored('neighbour'),
  ...scored('neighbour'),
  ...kinds.map((): ContextPart => 'place'),
  ...blocks.map((): ContextPart => 'place'),
];

/** The figures that the context model weighs, in the order of {@link contextParts}. */
export function contextFigures({ own, headings, before, after, kind, block }: ScoredContext): number[] {
  return [
    ...own,
    ...mean(headings.slice(-1)),
    ...mean(headings.slice(0, -1)),
    ...mean(before.slice(-1)),
    ...mean(after.slice(0, 1)),
    ...mean(before.slice(0, -1)),
    ...mean(after.slice(1)),
    ...kinds.map((candidate) => (candidate === kind ? 1 : 0)),
    ...blocks.map((candidate) => (candidate === block ? 1 : 0)),
  ];
}

function mean(rows: readonly Scores[]): number[] {
  const sums = new Array<number>(labelCount).fill(0);
  for (const row of rows)
    for (let label = 0; label < labelCount; label++)
      sums[label] = (sums[label] ?? 0) + (row[label] ?? 0) / rows.length;
  return sums;
}
