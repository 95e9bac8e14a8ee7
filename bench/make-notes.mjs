import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/*
 * Records of any length out of the corpus: its own lines of prose, lists and tables in an order of their own, so that
 * no two passages are alike. The same seed gives the same records on every machine.
 */

const corpus = fileURLToPath(new URL('../corpus/records', import.meta.url));

/**
 * Numbers from 0 to below 1 that look random (mulberry32).
 * @param {number} seed
 */
export function createRandom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Stretches of the corpus between blank lines, without front matter and headings. */
function readParts() {
  return readdirSync(corpus).flatMap((name) =>
    readFileSync(join(corpus, name), 'utf8')
      .replace(/^---\n[\s\S]*?\n---\n/, '')
      .split(/\n{2,}/)
      .map((part) => part.trim())
      .filter((part) => part.length > 60 && !part.startsWith('#') && !part.startsWith('```')),
  );
}

const parts = readParts();

/**
 * A supervision record of about `size` characters.
 * @param {number} size
 * @param {number} [seed]
 */
export function makeNote(size, seed = 1) {
  const random = createRandom(seed);
  const pick = () => parts[Math.floor(random() * parts.length)] ?? '';
  // Runs as they are: somebody's sessions, four weeks apart, a dozen or so.
  const people = String.fromCharCode(65 + (Math.floor(seed / 12) % 26), 65 + (Math.floor(seed / 312) % 26));
  const date = new Date(Date.UTC(2025, 0, 6 + (seed % 12) * 28 + (Math.floor(seed / 12) % 5))).toISOString();
  let note = `---\ntype: supervision\ndate: ${date.slice(0, 10)}\nsupervisor: KL\nsupervisee: ${people}\n---\n\n# Supervision ${date.slice(0, 10)}\n`;
  for (let count = 1; note.length < size; count++) {
    if (count % 8 === 1) note += `\n## Item ${Math.ceil(count / 8)}\n`;
    const part = pick();
    // Two halves of two paragraphs make a third that the corpus doesn't hold.
    const sentences =
      /^[\p{L}"“]/u.test(part) && !part.includes('\n') ? part.split(/(?<=[.?!]) /) : undefined;
    const other = pick().split(/(?<=[.?!]) /)[0] ?? '';
    const isProse = /^[\p{L}"“][^|\n]*$/u.test(other);
    note += `\n${sentences === undefined || !isProse ? part : [...sentences, other].join(' ')}\n`;
  }
  return note;
}

/**
 * Places in prose where somebody might be typing, as offsets.
 * @param {string} note
 * @param {number} count
 */
export function pickPlaces(note, count) {
  const random = createRandom(7);
  const places = [];
  while (places.length < count) {
    const at = Math.floor(random() * note.length);
    if (/[a-z]/.test(note.charAt(at - 1)) && note.charAt(at) === ' ') places.push(at);
  }
  return places;
}
