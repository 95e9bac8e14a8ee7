import { spawn } from 'node:child_process';
import { statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/*
 * Plain JavaScript without packages: this runs on a fresh clone, before anything is installed.
 */

/** Absolute path of the repository's root. */
export const repositoryRoot = path.resolve(fileURLToPath(new URL('..', import.meta.url)));

/**
 * Runs npm in the repository's root and resolves with its exit code and, unless it was shown, its output.
 * @param {readonly string[]} args
 * @param {{ quiet?: boolean }} [options] `quiet` keeps the output instead of showing it.
 * @returns {Promise<{ code: number, output: string }>}
 */
export function runNpm(args, { quiet = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn('npm', args, {
      cwd: repositoryRoot,
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
      // On Windows npm is a script, which only a shell can start.
      shell: process.platform === 'win32',
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk) => {
        output += String(chunk);
      });
    }
    child.on('error', (error) => resolve({ code: 1, output: output + error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/**
 * Installs the project's packages where they are missing or older than the lock file.
 * Resolves with true when they are in place; otherwise npm has said why not.
 * @returns {Promise<boolean>}
 */
export async function ensurePackages() {
  const wanted = modified('package-lock.json');
  const installed = modified('node_modules/.package-lock.json');
  if (installed !== undefined && (wanted === undefined || installed >= wanted)) return true;
  console.log('Installing the packages this project uses …');
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  if (wanted !== undefined && (await runNpm(['ci', ...quiet], { quiet: true })).code === 0) return true;
  // `npm ci` refuses a lock file that lacks another system's optional packages, as one made where these were
  // not to be had does. This installs what it lists all the same, and leaves the file as it is.
  if (wanted !== undefined) console.log('The lock file does not fit exactly; installing what it lists …');
  const { code } = await runNpm(['install', '--no-save', ...quiet]);
  return code === 0;
}

/** @param {string} file */
function modified(file) {
  return statSync(path.join(repositoryRoot, file), { throwIfNoEntry: false })?.mtimeMs;
}
