import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { onExit } from './on-exit.ts';
import { cacheRoot } from './repository.ts';

/**
 * Has `install` fill a folder of this name in the cache, once, and returns its path; later calls find it there.
 * What stands under its final name is whole: an interrupted install leaves only a folder that the next one
 * clears. `what` is told to whoever waits.
 */
export async function installOnce(
  name: string,
  what: string,
  install: (folder: string) => Promise<void>,
): Promise<string> {
  const parent = path.join(cacheRoot, 'vscode-host');
  const home = path.join(parent, name);
  if (existsSync(home)) return home;
  mkdirSync(parent, { recursive: true });
  clearAbandonedInstalls(parent);
  console.error(`Fetching ${what} (once, a minute or so) …`);
  const workshop = path.join(parent, `installing-${process.pid}`);
  const clear = (): void => rmSync(workshop, { recursive: true, force: true });
  const forget = onExit(clear);
  try {
    mkdirSync(workshop);
    await install(workshop);
    moveIntoPlace(workshop, home);
  } finally {
    forget();
    clear();
  }
  return home;
}

function moveIntoPlace(workshop: string, home: string): void {
  try {
    renameSync(workshop, home);
  } catch (error) {
    // Another process may have been quicker, and its copy is as good.
    if (!existsSync(home)) throw error;
  }
}

function clearAbandonedInstalls(parent: string): void {
  for (const name of readdirSync(parent)) {
    const pid = /^installing-(\d+)$/.exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid)))
      rmSync(path.join(parent, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Another user's process may be there without our being allowed to signal it.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
