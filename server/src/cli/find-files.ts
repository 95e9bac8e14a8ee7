import type { Dirent, Stats } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { unreadFor, type Unread } from './read-text-file.ts';

/** A file to look at. */
export interface FoundFile {
  /** Absolute. */
  readonly file: string;
  /** As it is told: relative to the working directory, `/`-separated. */
  readonly path: string;
  /** Named on the command line, not found in a folder: it is always read, and trouble with it is an error. */
  readonly named: boolean;
  /** The folder that was named, or the one in which a named file stands; absolute. */
  readonly folder: string;
}

/** Something that was named or found and can't be looked at. */
export interface Unfound {
  readonly path: string;
  readonly named: boolean;
  readonly why: Unread;
}

/** What there is at the paths of a command line; both lists are sorted by path, by code unit. */
export interface FoundFiles {
  readonly files: readonly FoundFile[];
  readonly unfound: readonly Unfound[];
}

const markdown = /\.(?:md|markdown)$/i;

/** The path by which a file is told. */
export function shownPath(cwd: string, file: string): string {
  return relative(cwd, file).split(sep).join('/') || '.';
}

/**
 * Finds the files that paths name and, in folders among them, all Markdown files but those in `node_modules`
 * and in folders whose names start with a dot. Links are followed; what is there twice is given once.
 */
export async function findFiles(paths: readonly string[], cwd: string): Promise<FoundFiles> {
  const files = new Map<string, FoundFile>();
  const unfound = new Map<string, Unfound>();
  const folders: string[] = [];
  const lose = (file: string, named: boolean, why: Unread): void => {
    if (!unfound.has(file)) unfound.set(file, { path: shownPath(cwd, file), named, why });
  };
  for (const path of paths) {
    const file = resolve(cwd, path);
    try {
      const found = await stat(file);
      if (found.isDirectory()) folders.push(file);
      else if (!found.isFile()) lose(file, true, { reason: 'not-a-file', code: '' });
      else
        files.set(await realpath(file), {
          file,
          path: shownPath(cwd, file),
          named: true,
          folder: dirname(file),
        });
    } catch (error) {
      lose(file, true, unreadFor(error));
    }
  }
  for (const folder of folders) {
    const { found, failed } = await walk(folder);
    for (const [real, file] of found)
      if (!files.has(real)) files.set(real, { file, path: shownPath(cwd, file), named: false, folder });
    for (const [path, why] of failed) lose(path, path === folder, why);
  }
  return { files: sortByPath([...files.values()]), unfound: sortByPath([...unfound.values()]) };
}

/** A file or folder by its path and by its real path, in which there are no links. */
interface Place {
  readonly path: string;
  readonly real: string;
}

/** The Markdown files in a folder by their real paths, and what couldn't be looked at, by path. */
async function walk(folder: string): Promise<{
  readonly found: ReadonlyMap<string, string>;
  readonly failed: ReadonlyMap<string, Unread>;
}> {
  const found = new Map<string, string>();
  const failed = new Map<string, Unread>();
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
      const why = unreadFor(error);
      // What was in a folder's list and isn't there is the other end of a link.
      if (told) failed.set(path, why.reason === 'missing' ? { ...why, reason: 'dangling' } : why);
    }
  };

  const root = { path: folder, real: await realpath(folder) };
  await attempt(folder, open(root), true);
  while (folders.length + links.length > 0) {
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

/** By path, by code unit: the same everywhere. */
export function sortByPath<Entry extends { readonly path: string }>(entries: readonly Entry[]): Entry[] {
  return [...entries].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}
