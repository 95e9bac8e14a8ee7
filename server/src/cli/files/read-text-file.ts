import { readFile, stat } from 'node:fs/promises';
import { messageIn, type Messages } from '../../balance/messages.ts';
import { fillMessage } from '../../text/message.ts';

/** Why something can't be read: a message of `cli`, and what the system calls it. */
export interface Unread {
  readonly reason:
    | 'missing'
    | 'dangling'
    | 'folder'
    | 'not-a-file'
    | 'unreadable'
    | 'not-text'
    | 'fault'
    | 'too-large'
    | 'too-much';
  readonly code: string;
}

/** No record is longer, and all of one is in memory while it is read. */
const mostBytes = 8 * 1024 * 1024;

/** Reads a text in UTF-8, without a byte order mark. Never rejects. */
export async function readTextFile(file: string): Promise<{ readonly text: string } | Unread> {
  let bytes: Buffer;
  try {
    const found = await stat(file);
    if (found.isDirectory()) return { reason: 'folder', code: '' };
    // Reading a pipe might never end.
    if (!found.isFile()) return { reason: 'not-a-file', code: '' };
    if (found.size > mostBytes) return { reason: 'too-large', code: '' };
    bytes = await readFile(file);
  } catch (error) {
    return unreadFor(error);
  }
  // No text has a NUL; UTF-16 and Word files do, and would otherwise pass for text now and then.
  if (bytes.includes(0)) return { reason: 'not-text', code: '' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { reason: 'not-text', code: '' };
  }
}

/** What an error of the file system comes to. */
export function unreadFor(error: unknown): Unread {
  const { code = 'error' } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'ENOTDIR') return { reason: 'missing', code };
  return { reason: 'unreadable', code };
}

/** Says why in words, to stand behind the path. */
export function describeUnread({ reason, code }: Unread, messages: Messages): string {
  return fillMessage(messageIn(messages.cli, reason), { code });
}
