/*
 * Runs the tests of test/vscode inside a real VS Code: `node --import tsx test/host/run-vscode-suite.ts`.
 * The desktop build is downloaded where the network and the screen allow it, else the stand-in takes its place.
 * SUPERVISION_LENS_VSCODE=stand-in|download forces one. Ends with 0 when all tests passed.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { bundleSuite } from './bundle-suite.ts';
import { findExecutable, isExecutable } from './find-executable.ts';
import { cacheRoot, repositoryRoot } from './repository.ts';
import { prepareWorkspace } from './suite-workspace.ts';
import { createTemporaryFolder } from './temporary-folder.ts';
import { writeUserSettings } from './user-settings.ts';

const idleDeadlineMs = 20_000;

async function main(): Promise<number> {
  if (wantsVirtualDisplay()) return runUnderVirtualDisplay();
  const extensionTestsPath = await bundleSuite();
  const vscodeExecutablePath = await chooseVsCode();
  const temporary = createTemporaryFolder();
  try {
    const userDataDir = path.join(temporary.path, 'user-data');
    writeUserSettings(userDataDir);
    const folder = await prepareWorkspace(temporary.path);
    await runTests({
      vscodeExecutablePath,
      extensionDevelopmentPath: repositoryRoot,
      extensionTestsPath,
      launchArgs: [
        folder,
        '--disable-extensions',
        `--user-data-dir=${userDataDir}`,
        `--extensions-dir=${path.join(temporary.path, 'extensions')}`,
      ],
    });
    return 0;
  } catch {
    // The tests have said themselves what went wrong.
    return 1;
  } finally {
    temporary.dispose();
  }
}

/** The kind of VS Code that the environment asks for; anything else is no wish. */
function forced(): string | undefined {
  return process.env.SUPERVISION_LENS_VSCODE;
}

function lacksDisplay(): boolean {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  return process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY;
}

function wantsVirtualDisplay(): boolean {
  return forced() !== 'stand-in' && lacksDisplay() && findExecutable('xvfb-run') !== undefined;
}

function runUnderVirtualDisplay(): number {
  const again = [process.execPath, ...process.execArgv, ...process.argv.slice(1)];
  return spawnSync('xvfb-run', ['-a', ...again], { stdio: 'inherit' }).status ?? 1;
}

async function chooseVsCode(): Promise<string> {
  if (forced() === 'stand-in') return standIn();
  // Without a screen the desktop build could not start: no need to fetch it.
  if (forced() !== 'download' && lacksDisplay()) return standIn();
  try {
    return await downloadAndUnzipVSCode({
      version: 'stable',
      timeout: idleDeadlineMs,
      cachePath: path.join(cacheRoot, 'vscode-desktop'),
    });
  } catch (error) {
    if (forced() === 'download') throw error;
    console.log('The desktop build can’t be downloaded here; VS Code’s server takes its place.');
    return standIn();
  }
}

function standIn(): string {
  const file = fileURLToPath(new URL('desktop-stand-in.mjs', import.meta.url));
  // An archive or a file system without permissions may have lost the right to run it.
  if (!isExecutable(file)) chmodSync(file, 0o755);
  return file;
}

process.exitCode = await main();
