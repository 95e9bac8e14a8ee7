import { messageIn } from '../../balance/messages.ts';
import { promptStates } from '../../record/assemble-structure.ts';
import type { InsertedPrompt, SupervisionRecord } from '../../record/record.ts';
import { spansTouch, type Span } from '../../text/span.ts';
import type { ReadDocument } from '../read-document.ts';
import { codeActionKinds } from './code-action-kinds.ts';
import { keepsPassages } from './keeps-passages.ts';
import {
  applyChanges,
  type ActionEdit,
  type LazyAction,
  type LazyMark,
  type ReadText,
} from './lazy-action.ts';

/** On an inserted prompt: put it down, say that it was talked about, take it up again. A reason is never asked for. */
export function promptStateActions(
  { analysis, knowledge }: ReadDocument,
  span: Span,
  readText: ReadText,
): LazyAction[] {
  const { record } = analysis;
  const index = record.prompts.findIndex((each) => spansTouch(each.span, span));
  const prompt = record.prompts[index];
  if (prompt === undefined) return [];
  const texts = knowledge.messages.actions;
  const isSettled = promptStates.some((state) => state === prompt.state);
  const mark = (state: InsertedPrompt['state'] | undefined): LazyMark => ({
    change: { type: 'prompt', prompt: index, state },
    clearText: () => stateEdit(record, index, undefined, readText),
  });
  const actions: LazyAction[] = promptStates
    .filter((state) => state !== prompt.state && prompt.state !== 'answered')
    .map((state) => ({
      title: messageIn(texts, state),
      kind: codeActionKinds.fix,
      makeEdit: () => stateEdit(record, index, state, readText),
      mark: mark(state),
    }));
  if (!isSettled) return actions;
  const again = {
    title: messageIn(texts, 'take-up'),
    kind: codeActionKinds.fix,
    makeEdit: () => stateEdit(record, index, undefined, readText),
    mark: mark(undefined),
  };
  return [...actions, again];
}

/** Writes the state behind the prompt's id, in its marker. */
function stateEdit(
  record: SupervisionRecord,
  index: number,
  state: InsertedPrompt['state'] | undefined,
  readText: ReadText,
): ActionEdit | undefined {
  const prompt = record.prompts[index];
  if (prompt === undefined) return undefined;
  const source = record.text.slice(prompt.span.start, prompt.span.end);
  const open = source.search(/<!--\s*supervision-lens-prompt:/);
  const close = source.indexOf('-->', open);
  if (open < 0 || close < 0) return undefined;
  const start = prompt.span.start + open;
  const newText = `<!-- supervision-lens-prompt: ${prompt.id}${state === undefined ? '' : ` ${state}`} -->`;
  const end = prompt.span.start + close + 3;
  // A state that is kept beside the record leaves the marker as it is.
  const changes = newText === record.text.slice(start, end) ? [] : [{ span: { start, end }, newText }];
  const result = readText(applyChanges(record.text, changes));
  const after = result.prompts[index];
  const isRight =
    state === undefined ? after?.state === 'open' || after?.state === 'answered' : after?.state === state;
  return isRight && after?.id === prompt.id && keepsPassages(record, result) ? { changes } : undefined;
}
