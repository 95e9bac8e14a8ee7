import type { CodeAction, WorkspaceEdit } from 'vscode-languageserver';
import { clientCommands } from '../../protocol.ts';
import type { FeatureContext } from '../feature.ts';
import type { ReadDocument } from '../read-document.ts';
import type { LazyAction, LazyMark } from './lazy-action.ts';
import { editMark, type MarkEdit } from './mark-edit.ts';

/** A code action with the edit that writes a mark where the settings want it; undefined where that can't be. */
export async function withMarkEdit(
  codeAction: CodeAction,
  mark: LazyMark,
  inText: LazyAction['makeEdit'],
  read: ReadDocument,
  context: FeatureContext,
): Promise<CodeAction | undefined> {
  const edit = await editMark(mark, () => inText?.(), read, context);
  if (!('changes' in edit)) return undefined;
  const workspaceEdit = writeEdit(edit.changes, context);
  if (workspaceEdit === undefined) return undefined;
  const resolved: CodeAction = { ...codeAction, edit: workspaceEdit };
  if (edit.sidecar === undefined || context.client.options.hasCommands !== true) return resolved;
  return {
    ...resolved,
    command: { title: '', command: clientCommands.keepMarks, arguments: [edit.sidecar] },
  };
}

/** The edit as the client can take it; undefined where a file would have to be made and it can't make any. */
function writeEdit(
  changes: Extract<MarkEdit, { changes: unknown }>['changes'],
  { client }: FeatureContext,
): WorkspaceEdit | undefined {
  const { documentChanges, resourceOperations } = client.capabilities.workspace?.workspaceEdit ?? {};
  const isNew = changes.some((change) => change.isNew === true);
  if (documentChanges !== true)
    return isNew
      ? undefined
      : { changes: Object.fromEntries(changes.map(({ uri, edits }) => [uri, [...edits]])) };
  if (isNew && resourceOperations?.includes('create') !== true) return undefined;
  return {
    documentChanges: changes.flatMap(({ uri, version, edits, isNew: makes }) => [
      ...(makes === true ? [{ kind: 'create' as const, uri, options: { ignoreIfExists: true } }] : []),
      { textDocument: { uri, version }, edits: [...edits] },
    ]),
  };
}
