import type { Platform } from '../../server/src/lsp/platform.ts';

/** Files in memory, by address. */
export interface MemoryFiles {
  readonly files: Map<string, string>;
  /** Reads and lists them as a platform does. */
  readonly platform: Pick<Platform, 'readFile' | 'listFiles'>;
  /** How often a file that is there was read. */
  readonly reads: () => number;
  readonly wasRead: (uri: string) => boolean;
}

/** Makes a file system in memory. */
export function createMemoryFiles(entries: Iterable<readonly [string, string]> = []): MemoryFiles {
  const files = new Map(entries);
  const read: string[] = [];
  return {
    files,
    reads: () => read.length,
    wasRead: (uri) => read.includes(uri),
    platform: {
      readFile(uri) {
        if (files.has(uri)) read.push(uri);
        return Promise.resolve({ text: files.get(uri) });
      },
      listFiles: (folder) => Promise.resolve([...files.keys()].filter((uri) => uri.startsWith(`${folder}/`))),
    },
  };
}
