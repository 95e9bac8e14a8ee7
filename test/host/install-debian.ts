import { runCommand } from './child-process.ts';
import { findExecutable } from './find-executable.ts';

/** Whether Debian's packages can be installed here, as root or through sudo. */
export function canInstallDebian(): boolean {
  return findExecutable('apt-get') !== undefined && (isRoot() || findExecutable('sudo') !== undefined);
}

/** Installs packages of Debian's; rejects where that fails. `what` is told to whoever waits. */
export async function installDebian(what: string, packages: readonly string[]): Promise<void> {
  console.error(`Installing ${what} …`);
  await runAsRoot('apt-get', ['update']);
  await runAsRoot('apt-get', ['install', '-y', '--no-install-recommends', ...packages]);
}

async function runAsRoot(command: string, args: readonly string[]): Promise<void> {
  const asRoot = ['env', 'DEBIAN_FRONTEND=noninteractive', command, ...args];
  await (isRoot() ? runCommand('env', asRoot.slice(1)) : runCommand('sudo', asRoot));
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}
