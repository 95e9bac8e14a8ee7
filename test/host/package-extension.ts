import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { runCommand } from './child-process.ts';
import { onExit } from './on-exit.ts';
import { cacheRoot, repositoryRoot } from './repository.ts';

/**
 * Packages the extension in `folder` as it would be published and returns the path of the `.vsix`, which lies
 * in the cache until this process ends. The extension must have been built.
 */
export async function packageExtension(folder: string = repositoryRoot): Promise<string> {
  const vsix = path.join(cacheRoot, 'vsix', `${path.basename(folder)}-${process.pid}.vsix`);
  mkdirSync(path.dirname(vsix), { recursive: true });
  const vsce = path.join(repositoryRoot, 'node_modules', '@vscode', 'vsce', 'vsce');
  const options = ['--no-dependencies', '--allow-missing-repository', '--skip-license', '--out', vsix];
  onExit(() => rmSync(vsix, { force: true }));
  await runCommand(process.execPath, [vsce, 'package', ...options], { cwd: folder });
  return vsix;
}
