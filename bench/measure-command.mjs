import { spawn } from 'node:child_process';
import { performance } from 'node:perf_hooks';

/**
 * @typedef {object} Program What is run over a folder of records.
 * @property {readonly string[]} command
 * @property {string} cwd
 * @property {readonly number[]} exits Exit codes that tell that it did its work, findings or none.
 * @property {RegExp} [proof] What stands in its output then.
 */

/**
 * Seconds from the start of a program to its end, its output read and thrown away.
 * @param {Program} program
 * @param {number} deadlineMs It is ended then.
 * @returns {Promise<{ seconds: number } | { trouble: string }>}
 */
export function measureCommand({ command: [file = '', ...args], cwd, exits, proof }, deadlineMs) {
  return new Promise((resolve) => {
    const started = performance.now();
    const child = spawn(file, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    const deadline = setTimeout(() => child.kill('SIGKILL'), deadlineMs);
    let isProven = proof === undefined;
    let tail = '';
    let lastWords = '';
    const read = (/** @type {Buffer} */ chunk) => {
      tail = (tail + chunk.toString()).slice(-70_000);
      if (!isProven && proof?.test(tail) === true) isProven = true;
    };
    child.stdout.on('data', read);
    child.stderr.on('data', (chunk) => {
      read(chunk);
      lastWords = (lastWords + chunk.toString()).slice(-500);
    });
    child.on('error', ({ message }) => resolve({ trouble: message }));
    child.on('close', (code, signal) => {
      clearTimeout(deadline);
      const seconds = (performance.now() - started) / 1000;
      if (signal === 'SIGKILL')
        resolve({ trouble: `not done after ${Math.round(deadlineMs / 1000)} s, and stopped` });
      else if (exits.includes(code ?? -1) && isProven) resolve({ seconds });
      else resolve({ trouble: `ended with ${code ?? signal}: ${firstLine(lastWords)}` });
    });
  });
}

/**
 * The programs taken in turn, `rounds` times, so that a busy moment of the machine doesn't fall on one alone. One that
 * fails isn't run again, nor is one that a round costs more than its share of the time.
 * @template {Program} P
 * @param {readonly P[]} programs
 * @param {{ rounds: number, deadlineMs: number, longMs: number }} options `longMs`: what takes longer is run once.
 * @returns {Promise<Map<P, { times: number[] } | { trouble: string }>>} Seconds.
 */
export async function measureInTurn(programs, { rounds, deadlineMs, longMs }) {
  const results = new Map();
  for (let round = 0; round < rounds; round++) {
    for (const program of programs) {
      const before = results.get(program);
      if (before?.trouble !== undefined || before?.times.some((time) => time * 1000 > longMs)) continue;
      const result = await measureCommand(program, deadlineMs);
      if ('trouble' in result) results.set(program, result);
      else if (before === undefined) results.set(program, { times: [result.seconds] });
      else before.times.push(result.seconds);
    }
  }
  return results;
}

/** @param {string} text */
function firstLine(text) {
  const lines = text.split('\n').map((line) => line.trim());
  return lines.find((line) => /error|unsupported|cannot/i.test(line)) ?? lines.find(Boolean) ?? '';
}
