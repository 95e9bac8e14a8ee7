import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runCommand } from './child-process.ts';
import { onExit } from './on-exit.ts';
import { cacheRoot } from './repository.ts';

const codeServerVersion = '4.139.1';
const nodeMajor = '24';

/** A VS Code server on disk, ready to be started. */
export interface CodeServerInstallation {
  /** The Node binary of the version that this VS Code needs, which is newer than the project's own. */
  readonly node: string;
  /** The server's entry file. */
  readonly serverMain: string;
}

/**
 * Installs VS Code's server and its Node from the npm registry, once; later calls find it in the cache.
 * What stands under its final name is whole: an interrupted install leaves only a folder that the next one clears.
 */
export async function installCodeServer(): Promise<CodeServerInstallation> {
  const parent = path.join(cacheRoot, 'vscode-host');
  const home = path.join(parent, `code-server-${codeServerVersion}-node-${nodeMajor}`);
  if (!existsSync(home)) {
    mkdirSync(parent, { recursive: true });
    clearAbandonedInstalls(parent);
    console.error('Fetching a VS Code to test in (once, a minute or so) …');
    const workshop = path.join(parent, `installing-${process.pid}`);
    const clear = (): void => rmSync(workshop, { recursive: true, force: true });
    const forget = onExit(clear);
    try {
      await installInto(workshop);
      moveIntoPlace(workshop, home);
    } finally {
      forget();
      clear();
    }
  }
  return {
    node: path.join(home, 'node_modules', nodePackage(), 'bin', 'node'),
    serverMain: path.join(home, 'node_modules', 'code-server', 'lib', 'vscode', 'out', 'server-main.js'),
  };
}

async function installInto(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  // A manifest of its own keeps npm from walking up into the project's.
  writeFileSync(path.join(folder, 'package.json'), '{ "private": true }\n');
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const packages = [`code-server@${codeServerVersion}`, `${nodePackage()}@${nodeMajor}`];
  await runCommand('npm', ['install', '--no-package-lock', ...quiet, ...packages], { cwd: folder });
  // VS Code's own dependencies are listed inside the package. Nothing is compiled: without its native
  // modules it only lacks a terminal and rotating log files.
  const vscode = path.join(folder, 'node_modules', 'code-server', 'lib', 'vscode');
  await runCommand('npm', ['install', '--omit=dev', ...quiet], { cwd: vscode });
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

function nodePackage(): string {
  return `node-${process.platform}-${process.arch}`;
}
