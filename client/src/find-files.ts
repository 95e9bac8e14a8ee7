import { CancellationTokenSource, FileType, RelativePattern, Uri, workspace } from 'vscode';
import type { FindFilesParams, FindFilesResult } from '../../server/src/protocol.ts';
import { walkFolder } from './walk-folder.ts';

/** What the server would leave out too; left out here it needn't be listed first. */
const leftOut = '**/{node_modules,.*}/**';
/** How long a search may take before each folder is looked at instead. */
const patienceMs = 5000;

/**
 * Answers the server's requests for the Markdown files of a folder that it can't list itself. VS Code's search is
 * quick where a file system brings one along; where there is none it finds nothing or never answers.
 */
export async function findFiles({ folder }: FindFilesParams): Promise<FindFilesResult> {
  const root = Uri.parse(folder, true);
  const found = await search(root);
  const uris = found.length > 0 ? found : (await walk(root)).map((path) => Uri.joinPath(root, path));
  return uris.map((uri) => uri.toString());
}

async function search(root: Uri): Promise<readonly Uri[]> {
  const pattern = new RelativePattern(root, '**/*.{md,markdown,MD,Markdown}');
  const calledOff = new CancellationTokenSource();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<readonly Uri[]>((resolve) => {
    timer = setTimeout(() => resolve([]), patienceMs);
  });
  try {
    return await Promise.race([workspace.findFiles(pattern, leftOut, undefined, calledOff.token), tooLong]);
  } finally {
    clearTimeout(timer);
    calledOff.cancel();
    calledOff.dispose();
  }
}

function walk(root: Uri): Promise<string[]> {
  return walkFolder({
    list: async (path) =>
      (await workspace.fs.readDirectory(Uri.joinPath(root, path))).map(([name, type]) => ({
        name,
        kind: type & FileType.File ? 'file' : type === FileType.Directory ? 'folder' : 'other',
      })),
  });
}
