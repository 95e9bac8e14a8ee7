/** A file system as far as walking through it goes; paths are relative to the folder walked, `/`-separated. */
export interface FolderReader {
  /** What is in a folder (`''` is the one walked); rejects where it can't be looked at. */
  readonly list: (
    path: string,
  ) => Thenable<readonly { readonly name: string; readonly kind: 'file' | 'folder' | 'other' }[]>;
}

const markdown = /\.(?:md|markdown)$/i;
/** So many folders are asked for at once: each may be a request over a network. */
const together = 8;

/**
 * The paths of the Markdown files in a folder and those in it, but for hidden ones and `node_modules`, as node's server
 * lists them. A folder that can't be looked at is left out; links to folders aren't followed, since they may lead back.
 */
export async function walkFolder({ list }: FolderReader): Promise<string[]> {
  const found: string[] = [];
  let folders = [''];
  const open = async (folder: string): Promise<string[]> => {
    const inside: string[] = [];
    for (const { name, kind } of await Promise.resolve(list(folder)).catch(() => [])) {
      if (name.startsWith('.') || name === 'node_modules') continue;
      const path = folder === '' ? name : `${folder}/${name}`;
      if (kind === 'folder') inside.push(path);
      else if (kind === 'file' && markdown.test(name)) found.push(path);
    }
    return inside;
  };
  while (folders.length > 0) {
    const next = await Promise.all(folders.slice(0, together).map(open));
    folders = [...folders.slice(together), ...next.flat()];
  }
  return found;
}
