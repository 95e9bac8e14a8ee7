import { readFile } from 'node:fs/promises';

/** A file's text without a byte order mark, or why there is none (a message of `cli`) and the system's code. */
export type TextFile =
  | { readonly text: string }
  | { readonly reason: 'missing' | 'folder' | 'unreadable' | 'not-text'; readonly code: string };

/** Reads a text in UTF-8. Never rejects. */
export async function readTextFile(file: string): Promise<TextFile> {
  let bytes: Buffer;
  try {
    bytes = await readFile(file);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'error';
    const reason = code === 'ENOENT' || code === 'ENOTDIR' ? 'missing' : code === 'EISDIR' ? 'folder' : 'unreadable';
    return { reason, code };
  }
  // No text has a NUL; UTF-16 and Word files do, and would otherwise pass for text now and then.
  if (bytes.includes(0)) return { reason: 'not-text', code: '' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { reason: 'not-text', code: '' };
  }
}
