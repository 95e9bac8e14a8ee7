import type { Connection, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { readFileRequest, type InitializationOptions, type ReadFileResult } from '../protocol.ts';
import type { Platform } from './platform.ts';
import { uriKey } from './uri-keys.ts';

/** The newest text of files: of the editor where they are open, else from disk, through the client where need be. */
export interface FileAccess {
  readonly read: (
    uri: string,
  ) => Promise<{ readonly text: string; readonly version: number | null } | undefined>;
}

/** Errors while reading count as there being no file: a configuration that can't be read isn't in force. */
export function createFileAccess(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  platform: Platform,
  options: () => InitializationOptions,
): FileAccess {
  return {
    async read(uri) {
      const open = documents.get(uri) ?? documents.all().find((each) => uriKey(each.uri) === uriKey(uri));
      if (open !== undefined) return { text: open.getText(), version: open.version };
      const own = await platform.readFile(uri);
      if (own !== undefined) return own.text === undefined ? undefined : { text: own.text, version: null };
      if (options().readsFiles !== true) return undefined;
      const text = await connection.sendRequest<ReadFileResult>(readFileRequest, { uri }).catch(() => null);
      return text === null ? undefined : { text, version: null };
    },
  };
}
