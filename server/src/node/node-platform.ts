import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Platform } from '../lsp/platform.ts';
import { walkFolder } from './walk-folder.ts';

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
    async listFiles(folder, stopped) {
      if (!folder.startsWith('file:')) return undefined;
      try {
        const { found } = await walkFolder(fileURLToPath(folder), stopped);
        return [...found.values()].map((path) => pathToFileURL(path).toString());
      } catch {
        // A folder that has gone holds no files.
        return [];
      }
    },
    nextTurn: () => setImmediate(),
  };
}
