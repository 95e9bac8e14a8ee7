import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, release, tmpdir, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { drawChart } from './draw-chart.mjs';
import { makeNote } from './make-notes.mjs';
import { measureInTurn } from './measure-command.mjs';
import { quantile } from './measure-edits.mjs';
import { measureServers, measureStarts, sizes } from './measure-servers.mjs';
import { ourPrograms, peerPrograms } from './programs.mjs';
import { secondsOf, writeReport } from './write-report.mjs';

/*
 * Measures the product beside its peers in one run and writes BENCHMARKS.md and its chart. `--many` reads 20,000
 * records as well. A peer that can't be installed or run is told in the table, and the rest goes on.
 */

const { values: options } = parseArgs({ options: { many: { type: 'boolean', default: false } } });
const root = fileURLToPath(new URL('..', import.meta.url));
const started = performance.now();
const load = loadavg()[0] ?? 0;
const temporary = mkdtempSync(join(tmpdir(), 'supervision-lens-bench-'));
process.on('exit', () => rmSync(temporary, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(130));
const say = (/** @type {string} */ words) =>
  console.log(`${((performance.now() - started) / 1000).toFixed(0).padStart(4)} s  ${words}`);

const recordCount = 1000;
const recordSize = 4000;

/** @param {number} count Records are written to a folder of their own. */
function makeFolder(count) {
  const folder = join(temporary, String(count));
  mkdirSync(folder);
  let bytes = 0;
  for (let index = 0; index < count; index++) {
    const file = join(folder, `${String(index).padStart(5, '0')}.md`);
    writeFileSync(file, makeNote(recordSize, index));
    bytes += statSync(file).size;
  }
  return { folder, bytes };
}

async function timeBareParses() {
  const parses = new Map();
  try {
    const { timeParses } = await import('./remark-parse.mjs');
    for (const size of sizes)
      parses.set(size, quantile(timeParses(makeNote(size), size > 500_000 ? 3 : 9), 0.5));
  } catch (error) {
    say(`remark-parse: ${error instanceof Error ? error.message : String(error)}`);
  }
  return parses;
}

say('starts');
const starts = await measureStarts(temporary, 5);
say('edits');
const edits = await measureServers(temporary);
const parses = await timeBareParses();

say(`${recordCount} records`);
const settings = join(temporary, 'settings');
mkdirSync(settings);
writeFileSync(join(settings, 'textlint.json'), '{ "rules": { "no-todo": true } }\n');
const { folder, bytes } = makeFolder(recordCount);
const tenth = makeFolder(recordCount / 10).folder;
const own = ourPrograms(folder, recordCount);
const peers = peerPrograms({ folder, tenth, settings });
const programs = [...Object.values(own), ...Object.values(peers)];
const timings = await measureInTurn(programs, { rounds: 3, deadlineMs: 100_000, longMs: 20_000 });

const linear = [{ count: recordCount, timing: timings.get(own.ours) }];
for (const count of options.many ? [5000, 20_000] : [5000]) {
  say(`${count} records`);
  const { ours } = ourPrograms(makeFolder(count).folder, count);
  const measured = await measureInTurn([ours], { rounds: 1, deadlineMs: count * 60, longMs: 0 });
  linear.push({ count, timing: measured.get(ours) });
}

const [cpu] = cpus();
const machine = {
  ...{ cpu: cpu?.model ?? 'unknown processor', cores: availableParallelism(), memory: totalmem() / 2 ** 30 },
  ...{ system: `${type()} ${release()}`, node: process.versions.node, load, loadAfter: loadavg()[0] ?? 0 },
  minutes: (performance.now() - started) / 60_000,
};
const folders = programs.map((program) => ({ program, timing: timings.get(program) }));
const report = writeReport({ machine, edits, parses, starts, folders, linear, megabytes: bytes / 1e6 });
writeFileSync(join(root, 'BENCHMARKS.md'), report);

const bar = (/** @type {string} */ label, /** @type {number | undefined} */ value) =>
  value === undefined ? [] : [{ label, value, isOurs: label.startsWith('Supervision Lens') }];
const short = (/** @type {string} */ name) =>
  name.replace(/ [\d.]+(?=,|$)/, '').replace(', front matter, GFM', '');
writeFileSync(
  join(root, 'docs', 'images', 'benchmarks.svg'),
  drawChart([
    ...[100_000, 1_000_000].map((size) => ({
      ...{ title: `From an edit to its diagnostics, ${size / 1000} KB`, unit: 'ms, median' },
      bars: [
        ...edits
          .filter((each) => each.size === size)
          .flatMap(({ server, median }) => bar(short(server.name), median)),
        ...bar('bare remark-parse', parses.get(size)),
      ],
    })),
    {
      ...{ title: `${recordCount.toLocaleString('en-GB')} records`, unit: 's, median' },
      bars: folders.flatMap(({ program, timing }) =>
        bar(short(program.name), secondsOf(timing, program.share)),
      ),
    },
  ]),
);
say('BENCHMARKS.md written');
