import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { check } from 'recheck';
import { cacheRoot, repositoryRoot } from '../host/repository.ts';

/** A regular expression and where it stands. */
export interface FoundPattern {
  /** `/`-separated, relative to the repository's root. */
  readonly file: string;
  readonly source: string;
  readonly flags: string;
}

/** A text that may take long, by its length: `prefix`, `pump` as often as it takes, `suffix`. */
export interface Attack {
  readonly prefix: string;
  readonly pump: string;
  readonly suffix: string;
}

const attemptMs = 10_000;

const listFile = path.join(repositoryRoot, 'test', 'patterns', 'checked.json');
/** What was found on this machine since the list was written, so that it's looked for once. */
const newFile = path.join(cacheRoot, 'patterns.json');
const fresh = readList(newFile);
const checked = new Map([...fresh, ...readList(listFile)]);

function readList(file: string): Map<string, readonly Attack[]> {
  if (!existsSync(file)) return new Map();
  return new Map(Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, readonly Attack[]>));
}

/**
 * The texts for which a pattern may take more time than in proportion to their length, as far as recheck finds any.
 * It takes seconds for each: what it found stands in `checked.json`, by the pattern's hash, and only patterns that
 * aren't there yet are checked anew, once on each machine.
 */
export async function findAttacks({ source, flags }: FoundPattern): Promise<readonly Attack[]> {
  const name = createHash('sha256').update(`${flags} ${source}`).digest('hex');
  const known = checked.get(name);
  if (known !== undefined) return known;
  const result = await check(source, flags, {
    timeout: attemptMs,
    // What is found is tried on this engine afterwards: a first suspicion is enough.
    attackLimit: 100_000_000,
  });
  const pumps = result.status === 'vulnerable' ? result.attack.pumps : [];
  const attacks = pumps.map(({ pump }, index) => ({
    prefix: pumps
      .slice(0, index + 1)
      .map((each, place) => each.prefix + (place < index ? each.pump.repeat(3) : ''))
      .join(''),
    pump,
    suffix:
      pumps
        .slice(index + 1)
        .map((each) => each.prefix + each.pump)
        .join('') + (result.status === 'vulnerable' ? result.attack.suffix : ''),
  }));
  checked.set(name, attacks);
  fresh.set(name, attacks);
  mkdirSync(cacheRoot, { recursive: true });
  writeFileSync(newFile, JSON.stringify(Object.fromEntries(fresh)));
  return attacks;
}

/** Writes down what was checked, for `UPDATE_PATTERNS=1`; `patterns` are all that there are. */
export function writeChecked(patterns: readonly FoundPattern[]): void {
  const names = new Set(
    patterns.map(({ source, flags }) => createHash('sha256').update(`${flags} ${source}`).digest('hex')),
  );
  const lines = [...checked]
    .filter(([name]) => names.has(name))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, attacks]) => `${JSON.stringify(name)}: ${JSON.stringify(attacks)}`);
  writeFileSync(listFile, `{\n${lines.join(',\n')}\n}\n`);
}

const [shortest, longest] = [60, 250_000];
/** What takes less than this tells nothing by how it grows. */
const tellingMs = 30;
/** Four times the text takes 4 times as long in proportion, 16 times with the square. */
const mostGrowth = 9;
/** Nothing in proportion takes that long: so what is exponential comes to an end. */
const giveUpMs = 5_000;

/** Whether this engine takes more time for an attack than in proportion to its length. */
export function growsTooFast(pattern: FoundPattern, attack: Attack): boolean {
  let last: number | undefined;
  for (let length = shortest; length <= longest; length *= 4) {
    let time = timeOf(pattern, attack, length);
    if (time > tellingMs && time < Infinity)
      time = Math.min(time, timeOf(pattern, attack, length), timeOf(pattern, attack, length));
    if (time === Infinity || (last !== undefined && time > tellingMs && time > mostGrowth * last))
      return true;
    last = Math.max(time, 0.1);
  }
  return false;
}

/** Milliseconds of this process's own time; infinite where it was given up. */
function timeOf({ source, flags }: FoundPattern, { prefix, pump, suffix }: Attack, length: number): number {
  const text = prefix + pump.repeat(Math.ceil(length / pump.length)) + suffix;
  const context = createContext({ text, source, flags });
  const search = flags.includes('g') ? 'for (const _ of text.matchAll(pattern));' : 'pattern.test(text);';
  const before = process.cpuUsage();
  try {
    runInContext(`const pattern = new RegExp(source, flags); ${search}`, context, { timeout: giveUpMs });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return Infinity;
    throw error;
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
