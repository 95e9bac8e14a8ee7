import { FileSystemError, Uri, l10n, window, workspace } from 'vscode';
import { decodeText } from './file-text.ts';

/** Says something of a file and offers to keep files like it out of Git; `line`: what `.gitignore` is to say. */
export async function offerIgnore(uri: Uri, line: string, message: string): Promise<void> {
  const ignore = l10n.t('Add to .gitignore');
  const chosen = await window.showInformationMessage(message, ignore, l10n.t('All right'));
  const folder = workspace.getWorkspaceFolder(uri);
  if (chosen !== ignore || folder === undefined) return;
  const file = Uri.joinPath(folder.uri, '.gitignore');
  const text = (await readOrNull(file)) ?? '';
  if (isIgnored(text, line)) return;
  const gap = text === '' || text.endsWith('\n') ? '' : '\n';
  await workspace.fs.writeFile(file, new TextEncoder().encode(`${text}${gap}${line}\n`));
}

/** Whether the text of a `.gitignore` says so already. */
export function isIgnored(text: string, line: string): boolean {
  return text.split(/\r?\n/).some((each) => each.trim() === line);
}

/** A file's text; null: there is none. */
export async function readOrNull(uri: Uri): Promise<string | null> {
  try {
    return decodeText(await workspace.fs.readFile(uri));
  } catch (error) {
    if (error instanceof FileSystemError && error.code === 'FileNotFound') return null;
    throw error;
  }
}
