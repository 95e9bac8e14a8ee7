import { messageIn } from '../../balance/messages.ts';
import { isSwitchedOff } from '../../balance/switched-off.ts';
import type { Finding } from '../../balance/judge-record.ts';
import type { SupervisionRecord } from '../../record/record.ts';
import { lineEnding } from '../../text/line-ending.ts';
import { fillMessage } from '../../text/message.ts';
import { containsSpan } from '../../text/span.ts';
import type { ReadDocument } from '../read-document.ts';
import { codeActionKinds } from './code-action-kinds.ts';
import { applyChanges, noEdit, type ActionEdit, type LazyAction, type ReadText } from './lazy-action.ts';

/** Switching a rule off: around the block at hand, in the file, in the workspace. A reason is never asked for. */
export function switchOffActions(
  { analysis, knowledge }: ReadDocument,
  finding: Finding,
  readText: ReadText,
): LazyAction[] {
  const { record } = analysis;
  const { rule } = finding;
  const inWords = knowledge.messages.rules[rule]?.title ?? rule;
  const title = (name: string): string =>
    fillMessage(messageIn(knowledge.messages.actions, name), { title: inWords });
  const kind = codeActionKinds.switchOff;
  const onHeading = record.sections.some(({ titleSpan }) => containsSpan(titleSpan, finding.span));
  const inFrontMatter = record.frontMatter !== undefined && finding.span.start < record.frontMatter.end;
  const file: LazyAction = {
    title: title('disable-file'),
    kind,
    rule,
    makeEdit: () => disableInFile(record, finding, readText),
    mark: { change: { type: 'switch', passage: undefined, rule, isOff: true }, clearText: () => noEdit },
  };
  const workspace: LazyAction = { title: title('disable-workspace'), kind, rule, configurationRule: rule };
  if (onHeading || inFrontMatter) return [file, workspace];
  const passage = record.passages.find((each) => containsSpan(each.span, finding.span));
  const here: LazyAction = {
    title: title('disable-here'),
    kind,
    rule,
    makeEdit: () => disableHere(record, finding, readText),
    ...(passage !== undefined && {
      mark: {
        change: { type: 'switch', passage: passage.index, rule, isOff: true },
        clearText: () => noEdit,
      },
    }),
  };
  return [here, file, workspace];
}

function disableHere(
  record: SupervisionRecord,
  { rule, span }: Finding,
  readText: ReadText,
): ActionEdit | undefined {
  const node = record.nodes.find(({ start, end }) => start <= span.start && span.start <= end);
  if (node === undefined) return undefined;
  const newline = lineEnding(record.text);
  const lead = `<!-- supervision-lens-disable ${rule} -->${newline}${newline}`;
  const changes = [
    { span: { start: node.start, end: node.start }, newText: lead },
    {
      span: { start: node.end, end: node.end },
      newText: `${newline}${newline}<!-- supervision-lens-enable ${rule} -->`,
    },
  ];
  const result = readText(applyChanges(record.text, changes));
  return isSwitchedOff(result, rule, span.start + lead.length) ? { changes } : undefined;
}

function disableInFile(
  record: SupervisionRecord,
  { rule }: Finding,
  readText: ReadText,
): ActionEdit | undefined {
  const { text } = record;
  const newline = lineEnding(text);
  const trimmed = text.trimEnd().length;
  const comment = `${trimmed === 0 ? '' : newline + newline}<!-- supervision-lens-disable-file ${rule} -->${newline}`;
  const changes = [{ span: { start: trimmed, end: text.length }, newText: comment }];
  const result = readText(applyChanges(text, changes));
  return isSwitchedOff(result, rule, 0) ? { changes } : undefined;
}
