import { FileType, WorkspaceEdit, workspace, type Disposable, type Uri } from 'vscode';
import { sidecarOf } from './write-sidecar.ts';

/** Takes the comments along when a record is renamed or moved: part of the same step, which one undo takes back. */
export function moveSidecars(): Disposable {
  return workspace.onWillRenameFiles((event) => event.waitUntil(editFor(event.files)));
}

async function editFor(
  files: readonly { readonly oldUri: Uri; readonly newUri: Uri }[],
): Promise<WorkspaceEdit> {
  const edit = new WorkspaceEdit();
  for (const { oldUri, newUri } of files) {
    const before = sidecarOf(oldUri);
    // A folder takes what is in it along by itself; comments that stand at the new place already are never covered.
    if ((await isFile(before)) && !(await isFile(sidecarOf(newUri))))
      edit.renameFile(before, sidecarOf(newUri), { overwrite: false });
  }
  return edit;
}

async function isFile(uri: Uri): Promise<boolean> {
  try {
    return (await workspace.fs.stat(uri)).type === FileType.File;
  } catch {
    return false;
  }
}
