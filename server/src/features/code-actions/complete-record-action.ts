import { messageIn } from '../../balance/messages.ts';
import type { TextChange } from '../../balance/rule.ts';
import { markOffset } from '../../record/mark-offset.ts';
import type { Action, SupervisionRecord } from '../../record/record.ts';
import type { ReadDocument } from '../read-document.ts';
import { codeActionKinds } from './code-action-kinds.ts';
import { keepsPassages } from './keeps-passages.ts';
import { applyChanges, type LazyAction, type ReadText } from './lazy-action.ts';

/** The rules whose fixes add an empty place to fill in. */
const placesToFill = ['header-incomplete', 'worker-comment-missing'];

/**
 * Adding what is missing, to the whole file at once: header fields as empty lines, a place for the worker's own words,
 * and at each action that could say who or by when a note that asks so. What the configuration or the text has switched
 * off isn't added.
 */
export function completeRecordActions(
  { analysis, knowledge }: ReadDocument,
  readText: ReadText,
): LazyAction[] {
  const { record, findings } = analysis;
  const fixes = findings
    .filter(({ rule }) => placesToFill.includes(rule))
    .flatMap(({ fixes: each }) => each.flatMap(({ changes }) => changes));
  const asks = findings.some(({ rule }) => rule === 'action-incomplete');
  const open = asks ? record.actions.filter((action) => canAsk(record, action)) : [];
  if (fixes.length === 0 && open.length === 0) return [];
  return [
    {
      title: messageIn(knowledge.messages.actions, 'complete'),
      kind: codeActionKinds.complete,
      makeEdit: () => {
        const words = knowledge.messages.written;
        const notes = open.flatMap((action) => noteChange(record, action, words, readText));
        const changes = joinTouching([...fixes, ...notes]);
        const result = readText(applyChanges(record.text, changes));
        return changes.length > 0 && keepsAll(record, result, notes.length) ? { changes } : undefined;
      },
    },
  ];
}

/** Somebody or some day is missing; a table has its own place for them. */
function canAsk({ passages }: SupervisionRecord, { done, unowned, undated, passage }: Action): boolean {
  return !done && (unowned || undated) && passages[passage]?.block !== 'row';
}

/** "(by when?)" behind an action; nothing where it could be read as an answer, nor in a table's row. */
function noteChange(
  record: SupervisionRecord,
  action: Action,
  written: Readonly<Record<string, string>>,
  readText: ReadText,
): TextChange[] {
  const passage = record.passages[action.passage];
  if (passage === undefined) return [];
  const { owner, dueText, unowned, undated } = action;
  const name = unowned ? (undated ? 'place-both' : 'place-who') : 'place-when';
  const note = messageIn(written, name);
  if (passage.plain.text.includes(note)) return [];
  const end = markOffset(record.text, passage);
  const change = { span: { start: end, end }, newText: ` ${note}` };
  const after = readText(applyChanges(record.text, [change])).actions.find(
    (each) => each.passage === action.passage,
  );
  return after?.owner === owner && after?.dueText === dueText ? [change] : [];
}

/** Changes that start at one place become one, insertions first. */
function joinTouching(changes: readonly TextChange[]): TextChange[] {
  const sorted = [...changes].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const joined: TextChange[] = [];
  for (const change of sorted) {
    const last = joined.at(-1);
    if (last === undefined || change.span.start > last.span.end) joined.push(change);
    else
      joined[joined.length - 1] = {
        span: { start: last.span.start, end: Math.max(last.span.end, change.span.end) },
        newText: last.newText + change.newText,
      };
  }
  return joined;
}

/** Everything is kept; passages with a note keep their words. */
function keepsAll(before: SupervisionRecord, after: SupervisionRecord, notes: number): boolean {
  if (notes === 0) return keepsPassages(before, after);
  const longer = before.passages.filter(
    ({ plain }) => !after.passages.some((each) => each.plain.text === plain.text),
  );
  return longer.every(({ plain }) => after.passages.some((each) => each.plain.text.startsWith(plain.text)));
}
