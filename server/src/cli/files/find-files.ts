import { realpath, stat } from 'node:fs/promises';
import { dirname, relative, resolve, sep } from 'node:path';
import { walkFolder } from '../../node/walk-folder.ts';
import { compareText } from '../../text/compare-text.ts';
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
    const { found, failed } = await walkFolder(folder);
    for (const [real, file] of found)
      if (!files.has(real)) files.set(real, { file, path: shownPath(cwd, file), named: false, folder });
    for (const [path, error] of failed) {
      const why = unreadFor(error);
      // What was in a folder's list and isn't there is the other end of a link.
      lose(path, path === folder, why.reason === 'missing' ? { ...why, reason: 'dangling' } : why);
    }
  }
  return { files: sortByPath([...files.values()]), unfound: sortByPath([...unfound.values()]) };
}

/** By path, by code unit: the same everywhere. */
export function sortByPath<Entry extends { readonly path: string }>(entries: readonly Entry[]): Entry[] {
  return [...entries].sort((a, b) => compareText(a.path, b.path));
}
