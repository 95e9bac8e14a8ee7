import fs, { type PathLike } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { glob } from 'tinyglobby';

/** A file to look at. */
export interface FoundFile {
  /** Absolute. */
  readonly file: string;
  /** As it is told: relative to the working directory, `/`-separated. */
  readonly path: string;
  /** Named on the command line, not found in a folder: it is always read, and trouble with it is an error. */
  readonly named: boolean;
}

/** Something that was named or found and can't be looked at. */
export interface Unfound {
  readonly path: string;
  readonly named: boolean;
  readonly reason: 'missing' | 'not-a-file' | 'unreadable';
  /** What the system calls it. */
  readonly code: string;
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
  const lose = (file: string, named: boolean, reason: Unfound['reason'], code: string): void => {
    if (!unfound.has(file)) unfound.set(file, { path: shownPath(cwd, file), named, reason, code });
  };
  for (const path of paths) {
    const file = resolve(cwd, path);
    try {
      const found = await stat(file);
      if (found.isDirectory()) folders.push(file);
      else if (!found.isFile()) lose(file, true, 'not-a-file', '');
      else files.set(await realpath(file), { file, path: shownPath(cwd, file), named: true });
    } catch (error) {
      const code = codeOf(error);
      lose(file, true, code === 'ENOENT' || code === 'ENOTDIR' ? 'missing' : 'unreadable', code);
    }
  }
  for (const folder of folders) {
    const { found, failed } = await walk(folder);
    for (const [real, file] of found) if (!files.has(real)) files.set(real, { file, path: shownPath(cwd, file), named: false });
    for (const [path, code] of failed) lose(path, path === folder, 'unreadable', code);
  }
  return { files: [...files.values()].sort(byPath), unfound: [...unfound.values()].sort(byPath) };
}

/** The Markdown files in a folder by their real paths, and what couldn't be looked at with the reason. */
async function walk(folder: string): Promise<{ readonly found: ReadonlyMap<string, string>; readonly failed: ReadonlyMap<string, string> }> {
  const failed = new Map<string, string>();
  let hasLinks = false;
  const fail = (path: PathLike, error: unknown): void => {
    failed.set(resolve(String(path)), codeOf(error));
  };
  const names = await glob('**/*', {
    cwd: folder,
    ignore: ['**/node_modules/**'],
    // The walk passes over what it can't open; here it is to be told.
    fs: {
      readdir: ((path: PathLike, options: { withFileTypes: true }, done: (error: Error | null, entries: fs.Dirent[]) => void) =>
        fs.readdir(path, options, (error, entries) => {
          if (error !== null) fail(path, error);
          done(error, entries);
        })) as typeof fs.readdir,
      realpath: ((path: PathLike, done: (error: NodeJS.ErrnoException | null, real: string) => void) => {
        hasLinks = true;
        fs.realpath(path, (error, real) => {
          if (error !== null && markdown.test(String(path))) fail(path, error);
          done(error, real);
        });
      }) as typeof fs.realpath,
    },
  });
  const root = await realpath(folder);
  const found = new Map<string, string>();
  const linked: [real: string, file: string][] = [];
  for (const name of names.filter((each) => markdown.test(each)).sort()) {
    const inRoot = join(root, name);
    const real = hasLinks ? await realpath(inRoot).catch(() => inRoot) : inRoot;
    if (real === inRoot) found.set(real, join(folder, name));
    else linked.push([real, join(folder, name)]);
  }
  for (const [real, file] of linked) if (!found.has(real)) found.set(real, file);
  return { found, failed };
}

function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? 'error';
}
