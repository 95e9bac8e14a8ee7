import { Range, Uri, WorkspaceEdit, workspace } from 'vscode';
import type { TagPassageResult } from '../../../server/src/protocol.ts';

/** Applies changes of files as one step, files that aren't there yet made first; says whether it did. */
export async function applyChanges(changes: TagPassageResult['changes']): Promise<boolean> {
  const edit = new WorkspaceEdit();
  for (const { uri, version, edits, isNew } of changes) {
    const file = Uri.parse(uri, true);
    if (isNew === true) edit.createFile(file, { ignoreIfExists: true });
    else {
      const document = await workspace.openTextDocument(file);
      if (version !== null && document.version !== version) return false;
    }
    for (const { range, newText } of edits) {
      const { start, end } = range;
      edit.replace(file, new Range(start.line, start.character, end.line, end.character), newText);
    }
  }
  return workspace.applyEdit(edit);
}
