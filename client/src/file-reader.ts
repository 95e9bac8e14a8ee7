import { FileSystemError, Uri, workspace } from 'vscode';
import type { ReadFileParams, ReadFileResult } from '../../server/src/protocol.ts';
import { decodeText } from './file-text.ts';

/**
 * Answers the server's requests for files that it can't read itself, such as those of a workspace that isn't
 * on this disk. Null where there is no such file, or none that may be read: to the server that's the same.
 */
export async function readFile({ uri }: ReadFileParams): Promise<ReadFileResult> {
  try {
    return decodeText(await workspace.fs.readFile(Uri.parse(uri, true)));
  } catch (error) {
    if (error instanceof FileSystemError) return null;
    throw error;
  }
}
