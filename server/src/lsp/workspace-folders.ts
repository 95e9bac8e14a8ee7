import type { InitializeParams } from 'vscode-languageserver';
import { folderKey } from './uri-keys.ts';

/** The addresses of the folders that a client opens the server with, as `folderKey` spells them. */
export function foldersOf(params: InitializeParams): readonly string[] {
  const { workspaceFolders } = params;
  if (workspaceFolders != null && workspaceFolders.length > 0)
    return workspaceFolders.map(({ uri }) => folderKey(uri));
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- older editors say no more than this
  const { rootUri } = params;
  return rootUri == null ? [] : [folderKey(rootUri)];
}
