import type { Dirent, Stats } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';

const markdown = /\.(?:md|markdown)$/i;

/** A file or folder by its path and by its real path, in which there are no links. */
interface Place {
  readonly path: string;
  readonly real: string;
}

/**
 * The Markdown files in a folder by their real paths, and what couldn't be looked at, by path, with the system's error.
 * `node_modules` and folders whose names start with a dot are left out. Links are followed; what is there twice is given
 * once. `folder` is absolute; `stopped` is asked before each step, and what was found until then is given.
 */
export async function walkFolder(
  folder: string,
  stopped: () => boolean = () => false,
): Promise<{ readonly found: ReadonlyMap<string, string>; readonly failed: ReadonlyMap<string, unknown> }> {
  const found = new Map<string, string>();
  const failed = new Map<string, unknown>();
  const seen = new Set<string>();
  const folders: Place[] = [];
  const links: string[] = [];

  const add = ({ path, real }: Place, kind: Dirent | Stats): void => {
    if (kind.isDirectory()) folders.push({ path, real });
    else if (kind.isFile() && markdown.test(path) && !found.has(real)) found.set(real, path);
  };
  const open = async ({ path: parent, real }: Place): Promise<void> => {
    // A link may lead back to a folder around it.
    if (seen.has(real)) return;
    seen.add(real);
    for (const entry of await readdir(parent, { withFileTypes: true })) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      const path = join(parent, entry.name);
      if (entry.isSymbolicLink()) links.push(path);
      else add({ path, real: join(real, entry.name) }, entry);
    }
  };
  const follow = async (path: string): Promise<void> =>
    add({ path, real: await realpath(path) }, await stat(path));
  const attempt = async (path: string, step: Promise<void>, told: boolean): Promise<void> => {
    try {
      await step;
    } catch (error) {
      if (told) failed.set(path, error);
    }
  };

  const root = { path: folder, real: await realpath(folder) };
  await attempt(folder, open(root), true);
  while (folders.length + links.length > 0 && !stopped()) {
    const next = folders.pop();
    // Links come last: what can be reached without one is told by its own path.
    if (next !== undefined) await attempt(next.path, open(next), true);
    else {
      links.sort();
      const [link = ''] = links.splice(0, 1);
      await attempt(link, follow(link), markdown.test(link));
    }
  }
  return { found, failed };
}
