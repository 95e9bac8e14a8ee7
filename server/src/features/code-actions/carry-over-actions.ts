import { messageIn } from '../../balance/messages.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { fillPrompt } from '../../prompts/fill-prompt.ts';
import { findLeftOpen } from '../../prompts/left-open.ts';
import { endOfText, insertBlock } from '../../prompts/insert-block.ts';
import type { SupervisionRecord } from '../../record/record.ts';
import { fillMessage } from '../../text/message.ts';
import { spansTouch, type Span } from '../../text/span.ts';
import { foldText } from '../../text/words.ts';
import type { ReadDocument } from '../read-document.ts';
import { codeActionKinds } from './code-action-kinds.ts';
import { promptEdit } from './insert-prompt-actions.ts';
import { keepsPassages } from './keeps-passages.ts';
import { lastOwnEnd } from './last-own-end.ts';
import { applyChanges, type ActionEdit, type LazyAction, type ReadText } from './lazy-action.ts';
import { shorten } from './shorten.ts';

/**
 * What was left open last time, at the title and in the section on last time's actions: bringing the open actions of
 * the record before across, and asking its open prompt once more.
 */
export function carryOverActions(
  { analysis, knowledge, earlier = [] }: ReadDocument,
  span: Span,
  readText: ReadText,
): LazyAction[] {
  const { record } = analysis;
  const last = earlier.at(-1);
  if (last === undefined || !isAtTheTop(record, span)) return [];
  const texts = knowledge.messages.actions;
  const actions: LazyAction[] = [];
  const open = notYetHere(record, last.openActions);
  if (open.length > 0)
    actions.push({
      title: fillMessage(messageIn(texts, 'bring-actions'), { n: open.length }),
      kind: codeActionKinds.carry,
      rule: 'actions-not-reviewed',
      makeEdit: () => openActionsEdit(record, open, knowledge, readText),
    });
  for (const id of findLeftOpen(record, earlier)) {
    const prompt = knowledge.prompts.find((each) => each.id === id);
    if (prompt === undefined) continue;
    // The words it may have taken up stand in the other record.
    const text = fillPrompt(prompt, record, undefined, knowledge.messages);
    actions.push({
      title: fillMessage(messageIn(texts, 'ask-again'), { text: shorten(text) }),
      kind: codeActionKinds.carry,
      makeEdit: () =>
        promptEdit(record, span.start, { prompt, text, passage: undefined }, knowledge, readText),
    });
  }
  return actions;
}

/** On the title, or in the section that takes up last time's actions. */
function isAtTheTop({ sections, text }: SupervisionRecord, span: Span): boolean {
  const [title] = sections;
  if (title === undefined) return span.start <= text.length && text.slice(0, span.start).trim() === '';
  if (spansTouch(title.headingSpan, span)) return true;
  return sections.some((section) => section.key === 'previous_actions' && spansTouch(section.span, span));
}

/** Those of some actions that the record doesn't hold yet. */
function notYetHere({ passages }: SupervisionRecord, actions: readonly string[]): string[] {
  const here = passages.map(({ plain }) => foldText(plain.text));
  return [...new Set(actions)].filter((text) => !here.some((each) => each.includes(foldText(text))));
}

function openActionsEdit(
  record: SupervisionRecord,
  open: readonly string[],
  { messages }: Pick<Knowledge, 'messages'>,
  readText: ReadText,
): ActionEdit | undefined {
  const section = record.sections.find(({ key }) => key === 'previous_actions');
  const [title] = record.sections;
  const heading = `## ${messageIn(messages.written, 'last-actions')}\n\n`;
  const place =
    section !== undefined
      ? lastOwnEnd(record, section)
      : title === undefined
        ? endOfText(record.text, record.text.length)
        : lastOwnEnd(record, title);
  // As they were written where that reads the same, else with what Markdown would take for marks escaped.
  for (const write of [(text: string): string => text, escapeMarkdown]) {
    const items = open.map((text) => `- [ ] ${write(text)}`).join('\n');
    const change = insertBlock(record.text, place, `${section === undefined ? heading : ''}${items}`);
    const result = readText(applyChanges(record.text, [change]));
    const added = result.actions.filter(({ text, done }) => !done && open.includes(text));
    if (added.length < open.length || !keepsPassages(record, result)) continue;
    const end = added[0]?.span.end ?? 0;
    return { changes: [change], reveal: { start: end, end } };
  }
  return undefined;
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~&]/g, '\\$&');
}
