import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { runCommand } from './child-process.ts';

/** Options under which npm installs without running anything of the packages', and says only what went wrong. */
export const quietly: readonly string[] = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];

/** Installs packages of exact versions into an empty folder of their own. */
export async function installPackages(folder: string, packages: readonly string[]): Promise<void> {
  // A manifest of its own keeps npm from walking up into the project's.
  writeFileSync(path.join(folder, 'package.json'), '{ "private": true }\n');
  await runCommand('npm', ['install', '--no-package-lock', ...quietly, ...packages], { cwd: folder });
}
