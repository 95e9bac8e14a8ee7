import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { runCommand } from './child-process.ts';
import { onExit } from './on-exit.ts';
import { cacheRoot, repositoryRoot } from './repository.ts';

/** Once in a process: what is packaged doesn't change while its tests run. */
let packaged: Promise<string> | undefined;

/**
 * Packages the extension as it would be published and returns the path of the `.vsix`, which lies in the
 * cache until this process ends. The extension must have been built.
 */
export function packageExtension(): Promise<string> {
  packaged ??= writePackage();
  return packaged;
}

async function writePackage(): Promise<string> {
  const vsix = path.join(cacheRoot, 'vsix', `supervision-lens-${process.pid}.vsix`);
  mkdirSync(path.dirname(vsix), { recursive: true });
  onExit(() => rmSync(vsix, { force: true }));
  await runCommand(process.execPath, ['scripts/package.mjs', '--no-build', '--out', vsix], {
    cwd: repositoryRoot,
  });
  return vsix;
}
