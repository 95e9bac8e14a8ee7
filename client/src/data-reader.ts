import { Uri, workspace } from 'vscode';
import type { ReadDataParams, ReadDataResult } from '../../server/src/protocol.ts';
import { decodeText, isDataName } from './file-text.ts';

/**
 * Answers the server's requests for files under `dist/data`, which it can't read itself in a browser.
 * Rejects for anything that isn't the plain name of a file there.
 */
export function createDataReader(extensionUri: Uri): (params: ReadDataParams) => Promise<ReadDataResult> {
  const folder = Uri.joinPath(extensionUri, 'dist', 'data');
  return async ({ name }) => {
    if (!isDataName(name)) throw new Error('This isn’t the name of a data file.');
    return decodeText(await workspace.fs.readFile(Uri.joinPath(folder, name)));
  };
}
