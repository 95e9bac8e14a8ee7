import type { LaunchOptions } from 'playwright-core';
import { findExecutable, isExecutable } from './find-executable.ts';
import { canInstallDebian, installDebian } from './install-debian.ts';

/**
 * The arguments Chromium needs here: no sandbox, which neither root nor a container has (the only pages opened
 * are our own), and nothing that would talk to anyone outside this machine.
 */
export const chromiumArguments: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const usualNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const usualPlaces = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/**
 * The Chromium on this machine: the one that CHROMIUM_PATH names, else one on the PATH or in its usual place.
 * Undefined where there is none; throws where CHROMIUM_PATH names something that can't be run.
 */
export function findChromium(): string | undefined {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (!isExecutable(named)) throw new Error(`CHROMIUM_PATH names ${named}, which can't be run.`);
    return named;
  }
  return findExecutable(...usualNames) ?? usualPlaces.find(isExecutable);
}

/**
 * The Chromium on this machine, installed from Debian's packages where there is none yet.
 * Throws with advice where it can neither be found nor installed.
 */
export async function ensureChromium(): Promise<string> {
  const found = findChromium();
  if (found) return found;
  if (!canInstallDebian()) {
    throw new Error(
      'Chromium is needed. Please install it, or name it in the environment variable CHROMIUM_PATH.',
    );
  }
  const packages = ['chromium', 'fonts-dejavu-core', 'fonts-liberation'];
  await installDebian('Chromium, which the tests look through', packages);
  const installed = findChromium();
  if (!installed) throw new Error('Chromium was installed but is not on the PATH.');
  return installed;
}

/** What Playwright starts Chromium with; installs Chromium where there is none. */
export async function chromiumLaunchOptions(): Promise<LaunchOptions> {
  return { executablePath: await ensureChromium(), headless: true, args: [...chromiumArguments] };
}
