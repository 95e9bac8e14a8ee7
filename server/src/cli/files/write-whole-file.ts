import { randomBytes } from 'node:crypto';
import { open, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Why a file couldn't be written: a message of `cli`, and what the system calls it. */
export interface Unwritten {
  readonly reason: 'write-denied' | 'write-full' | 'write-missing' | 'write-failed';
  readonly code: string;
}

/** A file that stands there whole, or not at all. */
export interface WholeFile {
  write: (chunk: Uint8Array) => Promise<void>;
  /** Puts it in its place, over what stood there. */
  keep: () => Promise<void>;
  /** Takes away what was written. Never rejects; does nothing after `keep`. */
  drop: () => Promise<void>;
}

/**
 * Opens a temporary file beside `file`; the file itself changes only when all is written. Rejects with the
 * system's error, as `write` and `keep` do.
 */
export async function openWholeFile(file: string): Promise<WholeFile> {
  // A link stays a link, and what it points to is replaced.
  const target = await realpath(file).catch(() => file);
  const folder = dirname(target);
  const before = await stat(target).catch(() => undefined);
  if (before?.isDirectory() === true) throw Object.assign(new Error('is a folder'), { code: 'EISDIR' });
  const temporary = join(folder, `.${basename(target)}.${randomBytes(4).toString('hex')}.tmp`);
  const handle = await open(temporary, 'wx', before?.mode ?? 0o600);
  let isOpen = true;
  let isKept = false;
  const close = async (): Promise<void> => {
    if (!isOpen) return;
    isOpen = false;
    await handle.close();
  };
  return {
    async write(chunk) {
      await handle.writeFile(chunk);
    },
    async keep() {
      await handle.sync();
      await close();
      await rename(temporary, target);
      isKept = true;
    },
    async drop() {
      if (isKept) return;
      await close().catch(() => undefined);
      await rm(temporary, { force: true }).catch(() => undefined);
    },
  };
}

/** What an error of the file system comes to; undefined: it isn't one. */
export function unwrittenFor(error: unknown): Unwritten | undefined {
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (code === undefined || (syscall === undefined && code !== 'EISDIR')) return undefined;
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return { reason: 'write-denied', code };
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG') return { reason: 'write-full', code };
  if (code === 'ENOENT' || code === 'ENOTDIR') return { reason: 'write-missing', code };
  return { reason: 'write-failed', code };
}
