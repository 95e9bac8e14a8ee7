import { commentsSuffix } from '../annotations/annotation-page.ts';
import { readBeside, type BesideFile } from '../annotations/read-marks.ts';
import type { FileAccess } from './file-access.ts';
import { uriKey } from './uri-keys.ts';

/** What is kept beside records, read once for each until the file changes. */
export interface MarksStore {
  /** The marks beside a record; undefined where there are none. `uri`: the record's. */
  readonly find: (uri: string) => Promise<BesideFile | undefined>;
  /** The file beside a record has changed. */
  readonly invalidate: (record: string) => void;
}

/** The record that a file stands beside; undefined for any other file. */
export function recordBeside(uri: string): string | undefined {
  return uri.endsWith(commentsSuffix) ? uri.slice(0, -commentsSuffix.length) : undefined;
}

/** The file beside a record. */
export function fileBeside(record: string): string {
  return `${record}${commentsSuffix}`;
}

/** Makes a store; `hearsOfChanges`: whether the client tells when files change, so that reading once is enough. */
export function createMarksStore(files: FileAccess, hearsOfChanges: () => boolean): MarksStore {
  const known = new Map<string, Promise<BesideFile | undefined>>();
  const read = async (uri: string): Promise<BesideFile | undefined> => {
    // What isn't saved yet has nothing beside it.
    if (uri.startsWith('untitled:')) return undefined;
    const file = await files.read(fileBeside(uri));
    return file === undefined ? undefined : readBeside(file.text);
  };
  return {
    find(uri) {
      if (!hearsOfChanges()) return read(uri);
      const key = uriKey(uri);
      const found = known.get(key) ?? read(uri);
      known.set(key, found);
      return found;
    },
    invalidate(record) {
      known.delete(uriKey(record));
    },
  };
}
