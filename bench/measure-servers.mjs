import { fileURLToPath } from 'node:url';
import { startLanguageServer } from './language-server.mjs';
import { makeNote } from './make-notes.mjs';
import { measureEdits, quantile } from './measure-edits.mjs';
import { versionOf } from './programs.mjs';

const bench = fileURLToPath(new URL('.', import.meta.url));

/** The servers that are measured, by what they are called in the table. */
export const servers = [
  { name: 'Supervision Lens', command: [process.execPath, `${bench}../dist/server/node.js`, '--stdio'] },
  {
    name: `unified-language-server ${versionOf('unified-language-server')}, remark`,
    command: [process.execPath, `${bench}remark-server.mjs`, '--stdio'],
  },
];

/** What is typed into, in characters. */
export const sizes = [3000, 100_000, 1_000_000];

/**
 * Edits to diagnostics in a note of each size, and memory.
 * @param {string} cwd
 */
export async function measureServers(cwd) {
  const rows = [];
  for (const size of sizes) {
    const note = makeNote(size);
    for (const server of servers) {
      const options = { cwd, edits: size > 500_000 ? 30 : 60 };
      const result = await attempt(() => measureEdits(server.command, note, options));
      rows.push(
        'trouble' in result
          ? { server, size, trouble: result.trouble }
          : {
              ...{ server, size, peakMemory: result.peakMemory },
              ...{ median: quantile(result.times, 0.5), p95: quantile(result.times, 0.95) },
            },
      );
    }
  }
  return rows;
}

/**
 * Milliseconds from the start of a server to the first diagnostics of a note of 3 KB, each server in turn.
 * @param {string} cwd
 * @param {number} rounds
 */
export async function measureStarts(cwd, rounds) {
  const note = makeNote(sizes[0]);
  const rows = servers.map((server) => ({ server, times: /** @type {number[]} */ ([]), trouble: undefined }));
  for (let round = 0; round < rounds; round++) {
    for (const row of rows) {
      if (row.trouble !== undefined) continue;
      const result = await attempt(async () => {
        const running = startLanguageServer(row.server.command, { cwd });
        try {
          return { time: await running.open(note) };
        } finally {
          await running.stop();
        }
      });
      if ('trouble' in result) row.trouble = result.trouble;
      else row.times.push(result.time);
    }
  }
  return rows;
}

/**
 * A result, or why there is none.
 * @template T
 * @param {() => Promise<T>} measure
 * @returns {Promise<T | { trouble: string }>}
 */
async function attempt(measure) {
  try {
    return await measure();
  } catch (error) {
    return { trouble: error instanceof Error ? error.message : String(error) };
  }
}
