import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Platform } from '../lsp/platform.ts';

/** Node: data beside the bundle, files from disk. `dataFolder` is absolute. */
export function createNodePlatform(dataFolder: string): Platform {
  return {
    loadData: (name) => readFile(join(dataFolder, name), 'utf8'),
    async readFile(uri) {
      if (!uri.startsWith('file:')) return undefined;
      try {
        return { text: (await readFile(fileURLToPath(uri), 'utf8')).replace(/^\uFEFF/, '') };
      } catch {
        return { text: undefined };
      }
    },
    nextTurn: () => setImmediate(),
  };
}
