import { messageIn } from '../../balance/messages.ts';
import type { Finding } from '../../balance/judge-record.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { choosePrompts, type ChosenPrompt } from '../../prompts/choose-prompts.ts';
import { endOfText, insertBlock } from '../../prompts/insert-block.ts';
import type { SupervisionRecord } from '../../record/record.ts';
import { fillMessage } from '../../text/message.ts';
import { foldText } from '../../text/words.ts';
import type { ReadDocument } from '../read-document.ts';
import { codeActionKinds } from './code-action-kinds.ts';
import { keepsPassages } from './keeps-passages.ts';
import { applyChanges, type ActionEdit, type LazyAction, type ReadText } from './lazy-action.ts';

/** Findings that something isn't written about in the whole record, or in its run, and so might have a section of its own. */
const wholeRecord = [
  'purely-managed',
  'individual-cultures-only',
  'missing-culture',
  'dominant-culture',
  'culture-absent-in-run',
];

/** Adding the section that would make room for what isn't written about, with a prompt in it. */
export function addSectionActions(
  { analysis, knowledge, earlier }: ReadDocument,
  findings: readonly Finding[],
  readText: ReadText,
): LazyAction[] {
  const { record } = analysis;
  const { kind } = record.recognition;
  const finding = findings.find(({ rule }) => wholeRecord.includes(rule));
  if (finding === undefined || kind === 'unknown') return [];
  const { rule, opens } = finding;
  const chosen = choosePrompts(knowledge, { record, rule, opens, aspect: undefined, earlier });
  const titles = new Set(record.sections.map(({ title }) => foldText(title)));
  return opens.flatMap((culture) => {
    const heading = knowledge.prompting.sections[kind][culture];
    // Words taken up belong to the place where they stand.
    const choice = chosen.find(({ prompt, passage }) => prompt.opens === culture && passage === undefined);
    if (choice === undefined || titles.has(foldText(heading))) return [];
    return {
      title: fillMessage(messageIn(knowledge.messages.actions, 'add-section'), { heading }),
      kind: codeActionKinds.fix,
      rule,
      makeEdit: () => sectionEdit(record, heading, choice, knowledge, readText),
    };
  });
}

function sectionEdit(
  record: SupervisionRecord,
  heading: string,
  { prompt, text }: ChosenPrompt,
  { messages }: Pick<Knowledge, 'messages'>,
  readText: ReadText,
): ActionEdit | undefined {
  const leadIn = messageIn(messages.prompt, 'lead-in');
  const marks = '#'.repeat(depthOfSections(record));
  const block = `${marks} ${heading}\n\n> **${leadIn}** ${text} <!-- supervision-lens-prompt: ${prompt.id} -->`;
  const change = insertBlock(record.text, placeOfSection(record), block);
  const result = readText(applyChanges(record.text, [change]));
  const inserted = result.prompts.find(({ id }) => id === prompt.id);
  const isThere = result.sections.some(({ title }) => title === heading);
  if (inserted === undefined || !isThere || !keepsPassages(record, result)) return undefined;
  return { changes: [change], reveal: inserted.span };
}

/** As deep as the record's other sections. */
function depthOfSections({ sections }: SupervisionRecord): number {
  return Math.max(sections[1]?.depth ?? 2, 2);
}

/** Before the actions and the next date, which end a record; else at the end. */
function placeOfSection({ text, sections, nodes }: SupervisionRecord): number {
  const closing = sections.find(
    ({ key, headingSpan }, index) =>
      index > 0 &&
      (key === 'actions' || key === 'next_session') &&
      nodes.some(({ start }) => start === headingSpan.start),
  );
  const before = nodes.filter(({ end }) => end <= (closing?.headingSpan.start ?? text.length)).at(-1);
  return endOfText(text, closing === undefined ? text.length : (before?.end ?? text.length));
}
