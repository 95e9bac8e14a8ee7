import { plainName } from '../../balance/describe-reading.ts';
import { messageIn, messageInTable, type Messages } from '../../balance/messages.ts';
import type { Finding } from '../../balance/judge-record.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { choosePrompts, type ChosenPrompt } from '../../prompts/choose-prompts.ts';
import { insertPrompt } from '../../prompts/insert-prompt.ts';
import { clientCommands } from '../../protocol.ts';
import type { Passage, SupervisionRecord } from '../../record/record.ts';
import { fillMessage } from '../../text/message.ts';
import { containsSpan, type Span } from '../../text/span.ts';
import type { ReadDocument } from '../read-document.ts';
import { codeActionKinds } from './code-action-kinds.ts';
import { keepsPassages } from './keeps-passages.ts';
import { applyChanges, type ActionEdit, type LazyAction, type ReadText } from './lazy-action.ts';
import { shorten } from './shorten.ts';

/** How many prompts are offered by name; fewer for the first finding where others want one, too. */
const offered = 3;

/**
 * Prompts for the findings at one place, three by name: the best one for each finding, more for the first that has any,
 * and the way to more still where the client can show a list.
 */
export function insertPromptActions(
  read: ReadDocument,
  findings: readonly Finding[],
  readText: ReadText,
  hasCommands: boolean,
): LazyAction[] {
  const named = new Set<string>();
  const actions: LazyAction[] = [];
  let first: Finding | undefined;
  const reflective = findings.filter((finding) => finding.reflective);
  for (const finding of reflective) {
    const most = first === undefined ? Math.max(offered + 1 - reflective.length, 1) : 1;
    const prompts = promptActions(read, finding, readText, most, named);
    if (prompts.length > 0) first ??= finding;
    actions.push(...prompts);
  }
  return first === undefined || !hasCommands ? actions : [...actions, choosePromptAction(read, first)];
}

function promptActions(
  read: ReadDocument,
  finding: Finding,
  readText: ReadText,
  most: number,
  named: Set<string>,
): LazyAction[] {
  const { knowledge, analysis, earlier } = read;
  const { record, profile } = analysis;
  const { shares } = profile;
  const { rule, opens, span } = finding;
  const passage = passageAt(record, span);
  const fitting = choosePrompts(knowledge, {
    record,
    rule,
    opens,
    passage,
    aspect: undefined,
    earlier,
    shares,
  });
  const chosen = fitting.filter(({ prompt }) => !named.has(prompt.id)).slice(0, most);
  for (const { prompt } of chosen) named.add(prompt.id);
  return chosen.map((choice) => ({
    title: fillMessage(messageIn(knowledge.messages.actions, 'insert-prompt'), {
      text: shorten(choice.text),
    }),
    kind: codeActionKinds.prompt,
    isPreferred: named.size === chosen.length && choice === chosen[0],
    rule,
    makeEdit: () => promptEdit(record, span.start, choice, knowledge, readText),
  }));
}

/** The passage on whose words a finding stands; undefined for one on a heading. */
function passageAt({ passages, sections }: SupervisionRecord, span: Span): Passage | undefined {
  if (sections.some(({ titleSpan }) => containsSpan(titleSpan, span))) return undefined;
  return passages.find((passage) => containsSpan(passage.span, span));
}

/** The way to all prompts that answer a finding, in a list of the client's. */
function choosePromptAction({ knowledge, document }: ReadDocument, { rule, span }: Finding): LazyAction {
  const title = messageIn(knowledge.messages.actions, 'choose-prompt');
  const args = [document.uri, rule, document.positionAt(span.start)];
  const command = { title, command: clientCommands.choosePrompt, arguments: args };
  return { title, kind: codeActionKinds.prompt, rule, command };
}

/**
 * The edit that inserts a prompt, if the resulting text holds it and every passage that was there. A prompt that takes
 * up words goes to the section in which they stand.
 */
export function promptEdit(
  record: SupervisionRecord,
  offset: number,
  { prompt, text, passage }: Pick<ChosenPrompt, 'prompt' | 'text' | 'passage'>,
  { messages }: Pick<Knowledge, 'messages'>,
  readText: ReadText,
): ActionEdit | undefined {
  const leadIn = messageIn(messages.prompt, 'lead-in');
  const place = passage?.span.start ?? offset;
  const change = insertPrompt(record, place, { id: prompt.id, text }, leadIn);
  const result = readText(applyChanges(record.text, [change]));
  const inserted = result.prompts.find(({ id }) => id === prompt.id);
  if (inserted === undefined || !keepsPassages(record, result)) return undefined;
  return { changes: [change], reveal: inserted.span };
}

/** For whom a prompt is, how long it takes and how much of oneself it asks for, in words. */
export function promptDetail({ prompt }: ChosenPrompt, messages: Messages): string {
  return fillMessage(messageIn(messages.prompt, 'detail'), {
    for: messageInTable(messages.prompt, 'for', prompt.for),
    minutes: prompt.minutes,
    exposure: messageInTable(messages.prompt, 'exposure', prompt.exposure),
  });
}

/** Why a prompt was chosen, in words. */
export function promptReason({ because }: ChosenPrompt, messages: Messages): string {
  const { name, opens, records, stage } = because;
  return fillMessage(messageIn(messages.prompt, name), {
    culture: plainName(messages, opens),
    n: records,
    stage: stage === undefined ? '' : messageInTable(messages.prompt, 'stage', stage),
  });
}
