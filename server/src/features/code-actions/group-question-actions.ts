import { messageIn } from '../../balance/messages.ts';
import type { Finding } from '../../balance/judge-record.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { workerInitial } from '../../prompts/fill-prompt.ts';
import { endOfText, insertBlock } from '../../prompts/insert-block.ts';
import { mayAskGroup, mayGoToGroup } from '../../prompts/may-go-to-group.ts';
import type { Prompting } from '../../prompts/prompting.ts';
import type { Section, SupervisionRecord } from '../../record/record.ts';
import type { Culture } from '../../terms/cultures.ts';
import { fillMessage } from '../../text/message.ts';
import { spansTouch, type Span } from '../../text/span.ts';
import type { ReadDocument } from '../read-document.ts';
import { codeActionKinds } from './code-action-kinds.ts';
import { keepsPassages } from './keeps-passages.ts';
import { applyChanges, type ActionEdit, type LazyAction, type ReadText } from './lazy-action.ts';
import { lastOwnEnd } from './last-own-end.ts';
import { shorten } from './shorten.ts';

/**
 * Taking a question to the group: the question, never the passage, without name or quotation (spec section 4). At a
 * passage it is asked of that; where a finding on the run stands, of what the run shows.
 */
export function groupQuestionActions(
  { analysis, knowledge }: ReadDocument,
  findings: readonly Finding[],
  span: Span,
  readText: ReadText,
): LazyAction[] {
  const { record, readings } = analysis;
  const { signs, prompting } = knowledge;
  const reading = readings.find(({ passage }) => spansTouch(passage.span, span));
  if (reading !== undefined) {
    if (!mayGoToGroup(record, reading, signs)) return [];
    const question = prompting.group_questions[reading.aspect ?? 'supervision'];
    return questionActions(record, question, knowledge, readText);
  }
  if (!mayAskGroup(record, signs)) return [];
  const [asked] = findings.flatMap(({ rule, opens }) => {
    const question = runQuestion(prompting, rule, opens);
    return question === undefined ? [] : [{ rule, question }];
  });
  if (asked === undefined) return [];
  const { rule, question } = asked;
  return questionActions(record, question, knowledge, readText).map((action) => ({ ...action, rule }));
}

/** What a group could be asked about a finding on a run; undefined where there is nothing to ask it. */
function runQuestion(
  { run_questions: questions }: Pick<Prompting, 'run_questions'>,
  rule: string,
  [culture]: readonly Culture[],
): string | undefined {
  if (rule === 'culture-absent-in-run')
    return culture === undefined ? undefined : questions['culture-absent-in-run'][culture];
  return rule === 'managed-run' || rule === 'no-shared-space' ? questions[rule] : undefined;
}

function questionActions(
  record: SupervisionRecord,
  question: string,
  knowledge: Pick<Knowledge, 'messages'>,
  readText: ReadText,
): LazyAction[] {
  if (record.groupQuestions.some(({ text }) => text === question)) return [];
  const title = fillMessage(messageIn(knowledge.messages.actions, 'take-to-group'), {
    text: shorten(question),
  });
  return [
    {
      title,
      kind: codeActionKinds.carry,
      makeEdit: () => questionEdit(record, question, knowledge, readText),
    },
  ];
}

function questionEdit(
  record: SupervisionRecord,
  question: string,
  { messages }: Pick<Knowledge, 'messages'>,
  readText: ReadText,
): ActionEdit | undefined {
  const { written } = messages;
  const isOwn = record.recognition.kind === 'journal';
  const ask = isOwn
    ? messageIn(written, 'ask-first-own')
    : fillMessage(messageIn(written, 'ask-first'), { who: workerInitial(record, messages) });
  const section = record.sections.find(({ key }) => key === 'group_questions');
  const change =
    section === undefined
      ? insertBlock(
          record.text,
          endOfText(record.text, record.text.length),
          `## ${messageIn(written, 'for-the-group')}\n\n${ask}\n\n- ${question}`,
        )
      : insertBlock(
          record.text,
          lastOwnEnd(record, section),
          holds(record, section, ask) ? `- ${question}` : `${ask}\n\n- ${question}`,
        );
  const result = readText(applyChanges(record.text, [change]));
  const added = result.groupQuestions.find(({ text }) => text === question);
  const isNew = result.groupQuestions.length === record.groupQuestions.length + 1;
  if (added === undefined || !isNew || !keepsPassages(record, result)) return undefined;
  return { changes: [change], reveal: added.span };
}

/** Whether the section says already whom to ask first. */
function holds({ passages, sections }: SupervisionRecord, section: Section, line: string): boolean {
  const plain = line.replaceAll('*', '');
  return passages.some(
    (passage) => sections[passage.section ?? -1] === section && passage.plain.text === plain,
  );
}
