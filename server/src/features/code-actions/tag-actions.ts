import { plainName } from '../../balance/describe-reading.ts';
import { messageIn } from '../../balance/messages.ts';
import type { TextChange } from '../../balance/rule.ts';
import type { PassageReading } from '../../culture/read-passages.ts';
import { markOffset } from '../../record/mark-offset.ts';
import type { Passage, SupervisionRecord } from '../../record/record.ts';
import { passageLabels, type PassageLabel } from '../../terms/cultures.ts';
import { fillMessage } from '../../text/message.ts';
import type { Span } from '../../text/span.ts';
import type { ReadDocument } from '../read-document.ts';
import { codeActionKinds } from './code-action-kinds.ts';
import { removeMark } from './remove-mark.ts';
import {
  applyChanges,
  type ActionEdit,
  type LazyAction,
  type LazyMark,
  type ReadText,
} from './lazy-action.ts';

/** Tagging the passage at the cursor as what it isn't yet, and taking its own tag off. */
export function tagActions(read: ReadDocument, span: Span, readText: ReadText): LazyAction[] {
  const { analysis, knowledge } = read;
  const { record, readings } = analysis;
  const reading = readings.find(
    ({ passage }) => passage.span.start <= span.end && span.start <= passage.span.end,
  );
  if (reading === undefined) return [];
  const texts = knowledge.messages.actions;
  const actions = passageLabels
    .filter((label) => label !== reading.culture || reading.origin === 'inferred')
    .map((label) => ({
      title:
        label === 'none'
          ? messageIn(texts, 'tag-neutral')
          : fillMessage(messageIn(texts, 'tag'), {
              culture: plainName(knowledge.messages, label),
              paper: label,
            }),
      kind: codeActionKinds.tag,
      makeEdit: () => tagEdit(record, reading, label, readText),
      mark: markTag(record, reading.passage, label, readText),
    }));
  if (reading.origin !== 'tag') return actions;
  const untag = {
    title: messageIn(texts, 'untag'),
    kind: codeActionKinds.tag,
    makeEdit: () => untagEdit(record, reading.passage, readText),
    mark: markTag(record, reading.passage, undefined, readText),
  };
  return [...actions, untag];
}

/** Tagging a passage wherever tags are kept; `label` undefined: its own tag is taken off. */
export function markTag(
  record: SupervisionRecord,
  passage: Passage,
  label: PassageLabel | undefined,
  readText: ReadText,
): LazyMark {
  return {
    change: { type: 'tag', passage: passage.index, label },
    clearText: () => untagEdit(record, passage, readText),
  };
}

/** The edit that tags a passage, if the resulting text says so; marks that it had are replaced. */
export function tagEdit(
  record: SupervisionRecord,
  { passage }: PassageReading,
  label: PassageLabel,
  readText: ReadText,
): ActionEdit | undefined {
  const name = label === 'none' ? 'neutral' : label;
  const [first, ...others] = passage.tagSpans;
  const hidden = first === undefined ? usesHiddenTags(record) : record.text.startsWith('<!--', first.start);
  const mark = hidden ? `<!-- culture: ${name} -->` : `#${name}`;
  const end = markOffset(record.text, passage);
  const changes: TextChange[] =
    first === undefined
      ? [{ span: { start: end, end }, newText: ` ${mark}` }]
      : [{ span: first, newText: mark }, ...others.map((span) => removeMark(record.text, span))];
  return checked(record, passage, changes, readText, label);
}

/** The edit that takes a passage's own tags off, if the resulting text is otherwise the same. */
export function untagEdit(
  record: SupervisionRecord,
  passage: Passage,
  readText: ReadText,
): ActionEdit | undefined {
  return checked(
    record,
    passage,
    passage.tagSpans.map((span) => removeMark(record.text, span)),
    readText,
    undefined,
  );
}

function checked(
  record: SupervisionRecord,
  passage: Passage,
  changes: readonly TextChange[],
  readText: ReadText,
  label: PassageLabel | undefined,
): ActionEdit | undefined {
  const result = readText(applyChanges(record.text, changes));
  const tagged = result.passages[passage.index];
  const own = tagged?.tagging?.origin === 'tag' ? tagged.tagging.label : undefined;
  const same = result.passages.length === record.passages.length && tagged?.plain.text === passage.plain.text;
  return same && own === label ? { changes } : undefined;
}

/** New tags look like those that the writer uses already; visible ones where there are none yet. */
function usesHiddenTags({ passages, text }: SupervisionRecord): boolean {
  const marks = passages.flatMap(({ tagSpans }) => tagSpans);
  return marks.length > 0 && marks.every(({ start }) => text.startsWith('<!--', start));
}
