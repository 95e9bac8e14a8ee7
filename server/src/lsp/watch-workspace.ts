import {
  DidChangeWatchedFilesNotification,
  type Connection,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { commentsSuffix } from '../annotations/annotation-page.ts';
import { privateFileName } from '../confidentiality/key/pseudonym-key.ts';
import { configurationFileName } from '../configuration/configuration.ts';
import type { RecordIndex } from './record-index.ts';

/** Folders tell of themselves only when the user renames or deletes them in the editor: no file watcher does. */
const folders = { filters: [{ pattern: { glob: '**', matches: 'folder' as const } }] };

/** What a server that watches the workspace announces. */
export const workspaceCapabilities: ServerCapabilities['workspace'] = {
  workspaceFolders: { supported: true, changeNotifications: true },
  fileOperations: { didRename: folders, didDelete: folders },
};

/** Asks a client that can watch files to tell of Markdown, of what stands beside it and of configuration files. */
export async function registerFileWatchers(connection: Connection): Promise<void> {
  const watchers = [
    { globPattern: `**/${configurationFileName}` },
    { globPattern: `**/${privateFileName}` },
    { globPattern: '**/*.{md,markdown,MD,Markdown}' },
    { globPattern: `**/*${commentsSuffix}` },
  ];
  await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
}

/** Keeps the index up to date with folders that are renamed or deleted. */
export function followFolders(connection: Connection, index: RecordIndex): void {
  connection.workspace.onDidRenameFiles(({ files }) => {
    for (const { oldUri, newUri } of files) {
      index.touchFolder(oldUri);
      index.touchFolder(newUri);
    }
  });
  connection.workspace.onDidDeleteFiles(({ files }) => {
    for (const { uri } of files) index.touchFolder(uri);
  });
}
