import { plainName } from '../../balance/describe-reading.ts';
import { messageIn, messageInTable, type Messages } from '../../balance/messages.ts';
import type { Finding } from '../../balance/judge-record.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { choosePrompts, type ChosenPrompt } from '../../prompts/choose-prompts.ts';
import { insertPrompt } from '../../prompts/insert-prompt.ts';
import { clientCommands } from '../../protocol.ts';
import type { SupervisionRecord } from '../../record/record.ts';
import { fillMessage } from '../../text/message.ts';
import type { ReadDocument } from '../read-document.ts';
import { codeActionKinds } from './code-action-kinds.ts';
import { applyChanges, type ActionEdit, type LazyAction, type ReadText } from './lazy-action.ts';

/** How many prompts are offered by name, and how much of their text a menu has room for. */
const offered = 3;
const titleLength = 64;

/**
 * Prompts for the findings at one place: the best three for the first of them, and the way to more where the
 * client can show a list; for the others the best one, so that the menu stays short.
 */
export function insertPromptActions(
  read: ReadDocument,
  findings: readonly Finding[],
  readText: ReadText,
  hasCommands: boolean,
): LazyAction[] {
  const [first, ...others] = findings.filter(({ reflective }) => reflective);
  if (first === undefined) return [];
  const named = new Set<string>();
  const best = promptActions(read, first, readText, offered, named);
  const rest = others.flatMap((finding) => promptActions(read, finding, readText, 1, named));
  return [...best, ...rest, ...(hasCommands ? [choosePromptAction(read, first)] : [])];
}

function promptActions(
  read: ReadDocument,
  finding: Finding,
  readText: ReadText,
  most: number,
  named: Set<string>,
): LazyAction[] {
  const { knowledge, analysis } = read;
  const { record } = analysis;
  const need = { record, rule: finding.rule, opens: finding.opens, aspect: undefined };
  const fitting = choosePrompts(knowledge.prompts, need).filter(({ prompt }) => prompt.exposure !== 'high');
  const chosen = fitting.filter(({ prompt }) => !named.has(prompt.id)).slice(0, most);
  for (const { prompt } of chosen) named.add(prompt.id);
  const actions: LazyAction[] = chosen.map((choice) => ({
    title: fillMessage(messageIn(knowledge.messages.actions, 'insert-prompt'), {
      text: shorten(choice.prompt.text),
    }),
    kind: codeActionKinds.prompt,
    isPreferred: named.size === chosen.length && choice === chosen[0],
    rule: finding.rule,
    makeEdit: () => promptEdit(record, finding.span.start, choice, knowledge, readText),
  }));
  return actions;
}

/** The way to all prompts that answer a finding, in a list of the client's. */
function choosePromptAction({ knowledge, document }: ReadDocument, { rule, span }: Finding): LazyAction {
  const title = messageIn(knowledge.messages.actions, 'choose-prompt');
  const args = [document.uri, rule, document.positionAt(span.start)];
  const command = { title, command: clientCommands.choosePrompt, arguments: args };
  return { title, kind: codeActionKinds.prompt, rule, command };
}

/** The beginning of a prompt, cut between words. */
function shorten(text: string): string {
  if (text.length <= titleLength) return text;
  return `${text.slice(0, text.lastIndexOf(' ', titleLength)).replace(/[,;:.]$/, '')} …`;
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
  const words = ({ passages }: SupervisionRecord): string =>
    passages.map(({ plain }) => plain.text).join('\n');
  if (inserted === undefined || words(result) !== words(record)) return undefined;
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
