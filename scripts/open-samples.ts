/*
 * Opens the sample records in VS Code with the built extension: in the desktop VS Code where there is one and
 * a screen to show it on, else in a VS Code in the browser, which stays until Ctrl-C.
 */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { startCodeServer } from '../test/host/code-server-host.ts';
import { findExecutable } from '../test/host/find-executable.ts';
import { packageExtension } from '../test/host/package-extension.ts';
import { cacheRoot, repositoryRoot } from '../test/host/repository.ts';
import { calmSettings } from '../test/host/user-settings.ts';

const samples = path.join(repositoryRoot, 'samples');

/** For somebody who looks around, not for tests: the first page is open, and what is typed is kept. */
const readingSettings = { 'workbench.startupEditor': 'readme', 'files.autoSave': 'afterDelay' };

if (!openOnDesktop()) await openInBrowser();

function openOnDesktop(): boolean {
  const code = findExecutable('code', 'codium');
  if (code === undefined || !hasScreen()) return false;
  const args = [
    `--extensionDevelopmentPath=${repositoryRoot}`,
    '--new-window',
    samples,
    path.join(samples, 'README.md'),
  ];
  // VS Code refuses to run as root without these two.
  const rootArgs = ['--no-sandbox', `--user-data-dir=${path.join(cacheRoot, 'desktop-user-data')}`];
  const isRoot = process.getuid?.() === 0;
  const given = isRoot ? [...rootArgs, ...args] : args;
  // On Windows it is a script, which only a shell can start, and a shell cuts what isn't quoted at its blanks.
  const { status } =
    process.platform === 'win32'
      ? spawnSync([code, ...given].map((each) => `"${each}"`).join(' '), { stdio: 'inherit', shell: true })
      : spawnSync(code, given, { stdio: 'inherit' });
  if (status !== 0) {
    console.log('\nThe VS Code on this machine did not start, so it will be one in the browser.');
    return false;
  }
  console.log('\nThe sample records are open in VS Code, with Supervision Lens. Choose one to begin.');
  return true;
}

async function openInBrowser(): Promise<void> {
  // Before anything listens for Ctrl-C itself: here it is the ordinary way to finish.
  process.on('SIGINT', () => {
    console.log('\nStopped.');
    process.exit(0);
  });
  console.log('\nGetting VS Code ready in the browser …');
  const vsix = await packageExtension();
  const host = await startCodeServer({ vsix, settings: { ...calmSettings, ...readingSettings } });
  const address = host.url({ folder: samples });
  console.log(
    [
      '',
      'VS Code is ready, with Supervision Lens and the sample records. Please open this address in your browser:',
      '',
      `  ${address}`,
      '',
      'It works on this machine only, and only with the whole address. Press Ctrl-C here when you have finished.',
    ].join('\n'),
  );
  showInBrowser(address);
  const reason = await host.ended;
  console.error(`VS Code ${reason}. It said:\n${host.recentOutput()}`);
  process.exitCode = 1;
}

function showInBrowser(address: string): void {
  const opener = findExecutable(...(process.platform === 'darwin' ? ['open'] : ['xdg-open']));
  // Whether a browser comes up or not: the address has been said.
  if (opener !== undefined && hasScreen()) spawnSync(opener, [address], { stdio: 'ignore' });
}

function hasScreen(): boolean {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  return process.platform !== 'linux' || Boolean(DISPLAY ?? WAYLAND_DISPLAY);
}
