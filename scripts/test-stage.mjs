import { spawn, spawnSync } from 'node:child_process';
import { repositoryRoot } from './run-npm.mjs';

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();
const graceMs = 15_000;

/**
 * Runs a command in the repository's root and resolves with its exit code. At the deadline it is ended with all
 * that it has started, and the code is 124. What it prints is shown as it comes, or handed to `keep` where
 * another stage runs beside it.
 * @param {readonly string[]} command
 * @param {{ env: Record<string, string>, deadlineMs: number, keep?: (text: string) => void }} options
 * @returns {Promise<number>}
 */
export function runStage([file = '', ...args], { env, deadlineMs, keep }) {
  const say = keep ?? ((/** @type {string} */ text) => process.stdout.write(text));
  return new Promise((resolve) => {
    const child = spawn(file, args, {
      cwd: repositoryRoot,
      env: { ...process.env, ...env },
      stdio: keep === undefined ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
      // A group of its own, so that it can be ended with all that it has started.
      detached: process.platform !== 'win32',
      shell: process.platform === 'win32' && file === 'npm',
    });
    running.add(child);
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', say);
    let isLate = false;
    /** @type {NodeJS.Timeout | undefined} */
    let last;
    const deadline = setTimeout(() => {
      isLate = true;
      say(`This was still running after ${Math.round(deadlineMs / 60_000)} minutes, and is stopped.\n`);
      stop(child, 'SIGTERM');
      last = setTimeout(() => stop(child, 'SIGKILL'), graceMs);
    }, deadlineMs);
    /** @param {number} code */
    const settle = (code) => {
      clearTimeout(deadline);
      clearTimeout(last);
      // Its leader is gone; whatever it left behind goes now.
      stop(child, 'SIGKILL');
      running.delete(child);
      resolve(code);
    };
    child.on('error', (error) => {
      say(`${error.message}\n`);
      settle(1);
    });
    child.on('exit', (code) => settle(isLate ? 124 : (code ?? 1)));
  });
}

/** Asks every running stage to end; for when this process ends itself. */
export function stopStages() {
  for (const child of running) stop(child, 'SIGTERM');
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
function stop(child, signal) {
  if (child.pid === undefined) return;
  try {
    // Windows knows neither groups nor signals.
    if (process.platform === 'win32') spawnSync('taskkill', ['/pid', String(child.pid), '/t', '/f']);
    else process.kill(-child.pid, signal);
  } catch {
    // Already gone, which is what was wanted.
  }
}
