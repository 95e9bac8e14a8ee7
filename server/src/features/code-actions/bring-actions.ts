import { messageIn } from '../../balance/messages.ts';
import type { TextChange } from '../../balance/rule.ts';
import { markOffset } from '../../record/mark-offset.ts';
import { bringTag } from '../../record/read-bring-marks.ts';
import type { Passage, SupervisionRecord } from '../../record/record.ts';
import { spansTouch, type Span } from '../../text/span.ts';
import type { ReadDocument } from '../read-document.ts';
import { codeActionKinds } from './code-action-kinds.ts';
import { applyChanges, noEdit, type ActionEdit, type LazyAction, type ReadText } from './lazy-action.ts';
import { removeMark } from './remove-mark.ts';

/** Marking the passage at the cursor `#bring`, and taking the mark off. */
export function bringActions(
  { analysis, knowledge }: ReadDocument,
  span: Span,
  readText: ReadText,
): LazyAction[] {
  const { record } = analysis;
  const passage = record.passages.find((each) => spansTouch(each.span, span));
  if (passage === undefined) return [];
  const isMarked = record.bring.some((mark) => mark.passage === passage.index);
  return [
    {
      title: messageIn(knowledge.messages.actions, isMarked ? 'unbring' : 'bring'),
      kind: codeActionKinds.bring,
      makeEdit: () => (isMarked ? unbringEdit : bringEdit)(record, passage, readText),
      mark: {
        change: { type: 'bring', passage: passage.index, isBrought: !isMarked },
        clearText: () => unbringEdit(record, passage, readText),
      },
    },
  ];
}

function bringEdit(record: SupervisionRecord, passage: Passage, readText: ReadText): ActionEdit | undefined {
  const end = markOffset(record.text, passage);
  const change = { span: { start: end, end }, newText: ` #${bringTag}` };
  return checked(record, passage, change, true, readText);
}

/** The edit that takes the text's own mark off; without changes where it stands beside the record. */
function unbringEdit(
  record: SupervisionRecord,
  passage: Passage,
  readText: ReadText,
): ActionEdit | undefined {
  const mark = record.bring.find((each) => each.passage === passage.index && each.beside !== true);
  if (mark === undefined) return noEdit;
  return checked(record, passage, removeMark(record.text, mark.span), false, readText);
}

function checked(
  record: SupervisionRecord,
  passage: Passage,
  change: TextChange,
  isBrought: boolean,
  readText: ReadText,
): ActionEdit | undefined {
  const result = readText(applyChanges(record.text, [change]));
  const has = result.bring.some((each) => each.passage === passage.index);
  return has === isBrought && hasSameWords(record, result) ? { changes: [change] } : undefined;
}

/** Whether two readings differ in their marks only. */
function hasSameWords(before: SupervisionRecord, after: SupervisionRecord): boolean {
  const words = ({ passages }: SupervisionRecord): string =>
    passages
      .map(
        ({ plain, block }) =>
          `${block} ${plain.text
            .replace(/#bring(?![\p{L}\p{N}])/giu, '')
            .replace(/\s+/g, ' ')
            .trim()}`,
      )
      .join('\n');
  return words(before) === words(after) && before.sections.length === after.sections.length;
}
