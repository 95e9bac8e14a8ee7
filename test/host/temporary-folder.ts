import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onExit } from './on-exit.ts';

/** A folder of one's own that leaves nothing behind. */
export interface TemporaryFolder {
  readonly path: string;
  /** Deletes the folder with all it holds; safe to call twice. */
  readonly dispose: () => void;
}

/**
 * Makes an empty folder among the system's temporary files.
 * It is deleted by `dispose`, at the latest when this process ends.
 */
export function createTemporaryFolder(): TemporaryFolder {
  const folder = mkdtempSync(path.join(tmpdir(), 'supervision-lens-'));
  const remove = (): void => {
    // A process that is still ending may write one last file: hence the retries.
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  };
  const forget = onExit(remove);
  return {
    path: folder,
    dispose: () => {
      forget();
      remove();
    },
  };
}
