import type { Platform } from '../lsp/platform.ts';

/** A web worker has no disk: the client reads data and files for it. */
export const browserPlatform: Platform = {
  loadData: undefined,
  readFile: () => Promise.resolve(undefined),
  listFiles: () => Promise.resolve(undefined),
  nextTurn: () => new Promise((resolve) => setTimeout(resolve, 0)),
};
