import { RelativePattern, Uri, workspace } from 'vscode';
import type { FindFilesParams, FindFilesResult } from '../../server/src/protocol.ts';

/** What the server would leave out too; left out here it needn't be listed first. */
const leftOut = '**/{node_modules,.*}/**';

/** Answers the server's requests for the Markdown files of a folder that it can't list itself. */
export async function findFiles({ folder }: FindFilesParams): Promise<FindFilesResult> {
  const pattern = new RelativePattern(Uri.parse(folder, true), '**/*.{md,markdown,MD,Markdown}');
  const found = await workspace.findFiles(pattern, leftOut);
  return found.map((uri) => uri.toString());
}
