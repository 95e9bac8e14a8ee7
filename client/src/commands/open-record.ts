import {
  Position,
  Range,
  Uri,
  WorkspaceEdit,
  env,
  l10n,
  window,
  workspace,
  type TextDocument,
  type WorkspaceFolder,
} from 'vscode';
import type { NewRecordResult } from '../../../server/src/protocol.ts';
import { firstEmptySection } from './first-empty-section.ts';
import { freeFileName } from './free-file-name.ts';

/** The folder for a new record: the only one, the one that the user picks, or undefined without any. */
export async function pickFolder(): Promise<WorkspaceFolder | undefined | 'cancelled'> {
  const folders = workspace.workspaceFolders ?? [];
  if (folders.length <= 1) return folders[0];
  const picked = await window.showWorkspaceFolderPick({
    placeHolder: l10n.t('Which folder should the record go into, once you save it?'),
    ignoreFocusOut: true,
  });
  return picked ?? 'cancelled';
}

/**
 * Opens an unsaved document with the text of a new record, the cursor in its first empty section. In a folder
 * it bears the proposed name and saving puts it there; nothing is written before the user saves.
 */
export async function openRecord(
  { text: template, fileName }: NewRecordResult,
  folder: WorkspaceFolder | undefined,
): Promise<void> {
  const first = firstEmptySection(template);
  const text = first === undefined ? template : leaveRoom(template, first.line);
  // Elsewhere VS Code would save a document with a path into the wrong place, without asking.
  const isOnDisk = folder?.uri.scheme === 'file';
  const document = isOnDisk ? await openNamed(folder.uri, fileName, text) : await openUnnamed(text);
  // Below the empty line under the heading, with another one before what follows.
  const line = first === undefined ? document.lineCount - 1 : first.line + 1;
  const cursor = document.validatePosition(new Position(line, 0));
  await window.showTextDocument(document, { preview: false, selection: new Range(cursor, cursor) });
  if (!isOnDisk) void proposeName(fileName);
}

/** The text with room for a paragraph of its own where writing begins. */
function leaveRoom(text: string, line: number): string {
  const lines = text.split('\n');
  return [...lines.slice(0, line), '', '', ...lines.slice(line)].join('\n');
}

async function openNamed(folder: Uri, fileName: string, text: string): Promise<TextDocument> {
  const onDisk = (await workspace.fs.readDirectory(folder)).map(([name]) => name);
  const unsaved = workspace.textDocuments
    .filter(({ isUntitled }) => isUntitled)
    .map(({ uri }) => uri.path.split('/').pop() ?? '');
  const name = freeFileName(fileName, [...onDisk, ...unsaved]);
  const uri = Uri.joinPath(folder, name).with({ scheme: 'untitled' });
  const document = await workspace.openTextDocument(uri);
  const edit = new WorkspaceEdit();
  edit.insert(uri, new Position(0, 0), text);
  if (!(await workspace.applyEdit(edit))) throw new Error('The text of the new record couldn’t be put in.');
  return document;
}

async function openUnnamed(text: string): Promise<TextDocument> {
  return workspace.openTextDocument({ language: 'markdown', content: text });
}

/** VS Code has no way of proposing a name for a document without a folder, so the user is told. */
async function proposeName(fileName: string): Promise<void> {
  const copy = l10n.t('Copy name');
  const chosen = await window.showInformationMessage(
    l10n.t('When you save the record, “{0}” would be a good name.', fileName),
    copy,
  );
  if (chosen === copy) await env.clipboard.writeText(fileName);
}
