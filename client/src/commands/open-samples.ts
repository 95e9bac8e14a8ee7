import { FileType, Uri, commands, workspace, type FileSystem } from 'vscode';

/** The name that the samples' folder has in the window. */
const folderName = 'Supervision Lens samples';

/**
 * Opens the sample records in a window of their own, as a copy that may be changed freely; a copy that is there
 * already is opened as it is. Where an extension has no folder to copy into, the first sample page is shown instead.
 */
export async function openSamples(extensionUri: Uri, storage: Uri): Promise<void> {
  const samples = Uri.joinPath(extensionUri, 'samples');
  if (storage.scheme !== 'file') {
    await commands.executeCommand('markdown.showPreview', Uri.joinPath(samples, 'README.md'));
    return;
  }
  const copy = Uri.joinPath(storage, folderName);
  if (!(await exists(workspace.fs, copy))) {
    // Under another name first, so that a copy that was broken off isn't taken for a whole one.
    const unfinished = Uri.joinPath(storage, 'unfinished-samples');
    await workspace.fs.createDirectory(storage);
    await workspace.fs.copy(samples, unfinished, { overwrite: true });
    await workspace.fs.rename(unfinished, copy);
  }
  await commands.executeCommand('vscode.openFolder', copy, { forceNewWindow: true });
}

async function exists(fs: FileSystem, uri: Uri): Promise<boolean> {
  try {
    return (await fs.stat(uri)).type === FileType.Directory;
  } catch {
    return false;
  }
}
