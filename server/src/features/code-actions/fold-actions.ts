import { messageIn } from '../../balance/messages.ts';
import { clientCommands, foldedActionKinds } from '../../protocol.ts';
import type { Span } from '../../text/span.ts';
import { toRange } from '../positions.ts';
import type { ReadDocument } from '../read-document.ts';
import { codeActionKinds } from './code-action-kinds.ts';
import type { LazyAction } from './lazy-action.ts';

/** An action as it is listed, and its place in the whole list, by which it is found again. */
export interface ListedAction {
  readonly action: LazyAction;
  readonly index: number;
}

/**
 * The same actions, short enough to be taken in at once: all ways of switching something off stand behind one entry,
 * and all tags behind another. Both open a list of the client's. Whoever asks for one of these kinds gets it unfolded.
 */
export function foldActions(
  read: ReadDocument,
  span: Span,
  actions: readonly ListedAction[],
  only: readonly string[] | undefined,
): ListedAction[] {
  const folded = new Set<string>();
  return actions.flatMap((listed): ListedAction[] => {
    const { kind } = listed.action;
    if (!isFolded(kind, only)) return [listed];
    if (folded.has(kind)) return [];
    folded.add(kind);
    // It has a command, so nothing is looked up in the list by this place.
    const { index } = listed;
    return [{ index, action: kind === foldedActionKinds.tag ? sayWhat(read, span) : notThis(read, span) }];
  });
}

function isFolded(kind: string, only: readonly string[] = []): boolean {
  if (kind === foldedActionKinds.switchOff) return !only.some((each) => each.startsWith(kind));
  return kind === foldedActionKinds.tag && !only.some((each) => each.startsWith('refactor'));
}

function notThis({ document, knowledge }: ReadDocument, span: Span): LazyAction {
  const title = messageIn(knowledge.messages.actions, 'not-this');
  const args = [document.uri, toRange(document, span)];
  return {
    title,
    kind: codeActionKinds.fix,
    command: { title, command: clientCommands.notThis, arguments: args },
  };
}

function sayWhat({ document, knowledge }: ReadDocument, span: Span): LazyAction {
  const title = messageIn(knowledge.messages.actions, 'say-what');
  const args = [{ uri: document.uri, position: toRange(document, span).start }];
  return {
    title,
    kind: codeActionKinds.tag,
    command: { title, command: clientCommands.overrule, arguments: args },
  };
}
