import { sourceSpan } from '../text/plain-text.ts';
import { shiftSpan, type Span } from '../text/span.ts';
import { foldText } from '../text/words.ts';
import type { DueFinder } from './action-due.ts';
import type { Cell } from './block-elements.ts';
import type { ToldAction } from './action-gaps.ts';
import { alternatives } from './action-words.ts';
import type { Passage } from './record.ts';
import type { VocabularyData } from './vocabulary.ts';

const columnKinds = ['action', 'task', 'owner', 'due', 'done'] as const;
type ColumnKind = (typeof columnKinds)[number];

/** An action of a table, with what the table has columns for: what it has none for isn't missing. */
export interface RowAction extends ToldAction {
  readonly columns: readonly ColumnKind[];
}

/** Reads a row of an action table; undefined for rows of other tables. `day` is the record's own ISO day. */
export type ActionRowReader = (passage: Passage, day: string | undefined) => RowAction | undefined;

/**
 * A table is one of actions when a column says "action" and another whose or when; a column that says just
 * "what" or "task" needs one that says when, for logs and lists of duties have who did what as well.
 */
export function createActionRowReader(words: VocabularyData['actions'], findDue: DueFinder): ActionRowReader {
  const titles = columnKinds.map((kind) => ({ kind, names: new Set(words.columns[kind].map(foldText)) }));
  const doneStates = new Set(words.done_states.map(foldText));
  const dropped = new RegExp(`^(?:${alternatives(words.dropped_states)})(?![\\p{L}\\p{N}])`, 'iu');
  const kindOf = (title: string): ColumnKind | undefined =>
    titles.find(({ names }) => names.has(foldText(title.replace(/(?<![?:*])[?:*]+$/, ''))))?.kind;

  return (passage, day) => {
    const { row } = passage;
    if (row === undefined) return undefined;
    const kinds = row.columns.map(({ plain }) => kindOf(plain.text));
    const isTable =
      (kinds.includes('action') && (kinds.includes('owner') || kinds.includes('due'))) ||
      (kinds.includes('task') && kinds.includes('due'));
    if (!isTable) return undefined;
    const cell = (kind: ColumnKind): Cell | undefined =>
      row.cells.find((each, index) => kinds[index] === kind && each.plain.text !== '');
    const span = (each: Cell | undefined): Span | undefined =>
      each && shiftSpan(sourceSpan(each.plain, 0, each.plain.text.length), passage.blockStart);
    const what = cell('action') ?? cell('task');
    if (what === undefined) return undefined;
    const [owner, due, done] = [cell('owner'), cell('due'), cell('done')];
    const when = due && findDue(due.plain.text, day);
    const state = foldText(done?.plain.text ?? '');
    return {
      text: what.plain.text,
      owner: owner?.plain.text,
      due: when?.iso,
      dueText: due?.plain.text,
      openEnded: when?.openEnded ?? false,
      done: passage.struck || doneStates.has(state.replace(/[.,;][\s\S]*$/, '')) || dropped.test(state),
      dropped: dropped.test(state),
      columns: kinds.filter((kind) => kind !== undefined),
      span: span(what) ?? passage.span,
      ownerSpan: span(owner),
      dueSpan: span(due),
      passage: passage.index,
    };
  };
}
