import { URI } from 'vscode-uri';

/** One spelling for the addresses that clients and file systems spell in several ways. */
export function uriKey(uri: string): string {
  return URI.parse(uri).toString();
}

/**
 * One spelling for a folder's address: without a slash at the end, but for the root of a file system, which is nothing
 * else (`vscode-vfs://host/`).
 */
export function folderKey(uri: string): string {
  const parsed = URI.parse(uri);
  let end = parsed.path.length;
  while (end > 1 && parsed.path[end - 1] === '/') end -= 1;
  return parsed.with({ path: parsed.path.slice(0, end) || '/' }).toString();
}

/** The path from a folder to what is in it, as it stands in the address; undefined for what isn't in it. Both are keys. */
export function pathBelow(folder: string, uri: string): string | undefined {
  const start = folder.endsWith('/') ? folder : `${folder}/`;
  return uri.startsWith(start) ? uri.slice(start.length) : undefined;
}
