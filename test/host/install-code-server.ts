import path from 'node:path';
import { runCommand } from './child-process.ts';
import { installOnce } from './install-once.ts';
import { installPackages, quietly } from './install-packages.ts';

const codeServerVersion = '4.139.1';
const nodeMajor = '24';
const isWindows = process.platform === 'win32';

/** A VS Code server on disk, ready to be started. */
export interface CodeServerInstallation {
  /** The Node binary of the version that this VS Code needs, which is newer than the project's own. */
  readonly node: string;
  /** The server's entry file. */
  readonly serverMain: string;
}

/** Installs VS Code's server and its Node from the npm registry, once; later calls find it in the cache. */
export async function installCodeServer(): Promise<CodeServerInstallation> {
  const name = `code-server-${codeServerVersion}-node-${nodeMajor}`;
  const home = await installOnce(name, 'a VS Code to test in', installInto);
  return {
    node: path.join(home, 'node_modules', nodePackage(), 'bin', isWindows ? 'node.exe' : 'node'),
    serverMain: path.join(home, 'node_modules', 'code-server', 'lib', 'vscode', 'out', 'server-main.js'),
  };
}

async function installInto(folder: string): Promise<void> {
  await installPackages(folder, [`code-server@${codeServerVersion}`, `${nodePackage()}@${nodeMajor}`]);
  // VS Code's own dependencies are listed inside the package. Nothing is compiled: without its native
  // modules it only lacks a terminal and rotating log files.
  const vscode = path.join(folder, 'node_modules', 'code-server', 'lib', 'vscode');
  await runCommand('npm', ['install', '--omit=dev', ...quietly], { cwd: vscode });
}

function nodePackage(): string {
  return `node-${isWindows ? 'win' : process.platform}-${process.arch}`;
}
