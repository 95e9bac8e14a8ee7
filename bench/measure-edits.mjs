import { pickPlaces } from './make-notes.mjs';
import { positionAt, startLanguageServer } from './language-server.mjs';

/**
 * Opens a note and types a word into its prose, letter by letter as it comes, at random places, each taken back again.
 * Times are milliseconds from the edit to its diagnostics; the first edits, which warm the server up, don't count.
 * @param {readonly string[]} command
 * @param {string} note
 * @param {{ readonly cwd: string, readonly edits?: number, readonly warmUp?: number }} options
 */
export async function measureEdits(command, note, { cwd, edits = 60, warmUp = 12 }) {
  const server = startLanguageServer(command, { cwd });
  try {
    const firstDiagnostics = await server.open(note);
    const times = [];
    for (const [index, place] of pickPlaces(note, (edits + warmUp) / 2).entries()) {
      const start = positionAt(note, place);
      const end = { line: start.line, character: start.character + 1 };
      for (const time of [
        await server.change({ start, end: start }, 's'),
        await server.change({ start, end }, ''),
      ]) {
        if (index >= warmUp / 2) times.push(time);
      }
    }
    return { firstDiagnostics, times, peakMemory: server.peakMemory() };
  } finally {
    await server.stop();
  }
}

/**
 * A share of sorted times lies below it.
 * @param {readonly number[]} times
 * @param {number} share 0..1
 */
export function quantile(times, share) {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
}
