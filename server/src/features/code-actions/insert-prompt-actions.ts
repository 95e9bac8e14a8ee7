import { plainName } from '../../balance/describe-reading.ts';
import { messageIn, messageInTable, type Messages } from '../../balance/messages.ts';
import type { Finding } from '../../balance/run-rules.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { choosePrompts, type ChosenPrompt } from '../../prompts/choose-prompts.ts';
import { insertPrompt } from '../../prompts/insert-prompt.ts';
import { clientCommands } from '../../protocol.ts';
import type { SupervisionRecord } from '../../record/record.ts';
import { fillMessage } from '../../text/message.ts';
import type { ReadDocument } from '../read-document.ts';
import { codeActionKinds } from './code-action-kinds.ts';
import { applyChanges, type ActionEdit, type LazyAction, type ReadText } from './lazy-action.ts';

/** How many prompts are offered by name. */
const offered = 3;

/** The best prompts for a finding, and the way to more where the client can show a list. */
export function insertPromptActions(
  read: ReadDocument,
  finding: Finding,
  readText: ReadText,
  hasCommands: boolean,
): LazyAction[] {
  const { knowledge, analysis, document } = read;
  if (!finding.reflective) return [];
  const { record } = analysis;
  const need = { record, rule: finding.rule, opens: finding.opens, aspect: undefined };
  const chosen = choosePrompts(knowledge.prompts, need).filter(({ prompt }) => prompt.exposure !== 'high');
  const actions: LazyAction[] = chosen.slice(0, offered).map((choice, index) => ({
    title: fillMessage(messageIn(knowledge.messages.actions, 'insert-prompt'), { text: choice.prompt.text }),
    kind: codeActionKinds.prompt,
    isPreferred: index === 0,
    rule: finding.rule,
    makeEdit: () => promptEdit(record, finding.span.start, choice, knowledge, readText),
  }));
  if (hasCommands && chosen.length > offered) {
    const title = messageIn(knowledge.messages.actions, 'choose-prompt');
    const args = [document.uri, finding.rule, document.positionAt(finding.span.start)];
    actions.push({
      title,
      kind: codeActionKinds.prompt,
      rule: finding.rule,
      command: { title, command: clientCommands.choosePrompt, arguments: args },
    });
  }
  return actions;
}

/** The edit that inserts a prompt, if the resulting text holds it and every passage that was there. */
export function promptEdit(
  record: SupervisionRecord,
  offset: number,
  { prompt }: ChosenPrompt,
  { messages }: Knowledge,
  readText: ReadText,
): ActionEdit | undefined {
  const change = insertPrompt(record, offset, prompt, messageIn(messages.prompt, 'lead-in'));
  const result = readText(applyChanges(record.text, [change]));
  const inserted = result.prompts.find(({ id }) => id === prompt.id);
  if (inserted === undefined || result.passages.length !== record.passages.length) return undefined;
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
export function promptReason({ prompt, because }: ChosenPrompt, messages: Messages): string {
  return fillMessage(messageIn(messages.prompt, because), { culture: plainName(messages, prompt.opens) });
}
