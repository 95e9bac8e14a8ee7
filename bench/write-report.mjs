import { quantile } from './measure-edits.mjs';

/*
 * BENCHMARKS.md out of what was measured. No figure stands in it that this run didn't measure.
 */

/** @typedef {{ times: number[] } | { trouble: string } | undefined} Timing */

/** @param {number} figure */
export const show = (figure) => figure.toFixed(figure < 10 ? 1 : 0);
/** @param {number} ratio */
const times = (ratio) => `${ratio.toFixed(ratio < 1 ? 2 : 1)} ×`;

/**
 * @param {readonly string[]} head
 * @param {readonly (readonly string[])[]} rows
 */
function table(head, rows) {
  const line = (/** @type {readonly string[]} */ cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, index) => (index === 0 ? '---' : '--:'))), ...rows.map(line)].join(
    '\n',
  );
}

/**
 * The median of a program's times for the whole folder; undefined where it has none.
 * @param {Timing} timing
 * @param {number} share Of the folder that it was given.
 */
export function secondsOf(timing, share) {
  return timing === undefined || 'trouble' in timing ? undefined : quantile(timing.times, 0.5) / share;
}

/**
 * @param {object} measured
 * @param {{ cpu: string, cores: number, memory: number, system: string, node: string, load: number, loadAfter: number, minutes: number }} measured.machine
 * @param {readonly { server: { name: string }, size: number, median?: number, p95?: number, peakMemory?: number, trouble?: string }[]} measured.edits
 * @param {ReadonlyMap<number, number>} measured.parses Milliseconds by size of the note.
 * @param {readonly { server: { name: string }, times: readonly number[], trouble?: string }[]} measured.starts
 * @param {readonly { program: { name: string, share: number, note?: string }, timing: Timing }[]} measured.folders
 * @param {readonly { count: number, timing: Timing }[]} measured.linear
 * @param {number} measured.megabytes
 */
export function writeReport({ machine, edits, parses, starts, folders, linear, megabytes }) {
  const isBusy = Math.max(machine.load, machine.loadAfter) > machine.cores;
  const kilobytes = (/** @type {number} */ size) => (size >= 1e6 ? `${size / 1e6} MB` : `${size / 1000} KB`);
  const editRows = edits.map(({ server, size, median, p95, peakMemory, trouble }) => {
    if (median === undefined) return [kilobytes(size), server.name, trouble ?? '', '', '', ''];
    const parse = parses.get(size);
    const first = edits.find((each) => each.size === size)?.median;
    return [
      ...[kilobytes(size), server.name, show(median), show(p95 ?? NaN)],
      first === undefined ? '' : times(median / first),
      parse === undefined ? '' : times(median / parse),
      peakMemory === undefined ? '' : show(peakMemory),
    ];
  });
  const parseRows = [...parses].map(([size, parse]) => {
    const first = edits.find((each) => each.size === size)?.median;
    const ratio = first === undefined ? '' : times(parse / first);
    return [kilobytes(size), 'bare remark-parse, the whole note', show(parse), '', ratio, '1.0 ×', ''];
  });
  const ours = folders[0];
  const own = ours && secondsOf(ours.timing, ours.program.share);
  const folderRows = folders.map(({ program, timing }) => {
    const name = program.note === undefined ? program.name : `${program.name} (${program.note})`;
    const seconds = secondsOf(timing, program.share);
    if (seconds === undefined) return [name, timing && 'trouble' in timing ? timing.trouble : '', '', ''];
    const runs = timing && 'times' in timing ? timing.times.length : 0;
    return [name, show(seconds), own === undefined ? '' : times(seconds / own), String(runs)];
  });
  const base = secondsOf(linear[0]?.timing, 1);
  const linearRows = linear.map(({ count, timing }) => {
    const seconds = secondsOf(timing, 1);
    const label = count.toLocaleString('en-GB');
    if (seconds === undefined) return [label, timing && 'trouble' in timing ? timing.trouble : '', '', ''];
    const each = (seconds / count) * 1000;
    const first = base === undefined || linear[0] === undefined ? undefined : (base / linear[0].count) * 1000;
    return [label, show(seconds), each.toFixed(2), first === undefined ? '' : times(each / first)];
  });
  const startRows = starts.map(({ server, times: own, trouble }) =>
    trouble === undefined
      ? [server.name, show(quantile(own, 0.5)), show(Math.min(...own))]
      : [server.name, trouble, ''],
  );
  return `# Benchmarks

Written by \`npm run bench\`, in one run of ${machine.minutes.toFixed(1)} minutes. Times hang on the machine and on what else it does; the ratios are what to compare.

${machine.cpu}, ${machine.cores} cores, ${show(machine.memory)} GB, ${machine.system}, Node ${machine.node}. ${
    isBusy
      ? `Other work ran on the machine meanwhile (load average ${show(machine.load)} at the start, ${show(machine.loadAfter)} at the end), so all times are longer than they would be on a quiet one.`
      : `Load average ${show(machine.load)} at the start, ${show(machine.loadAfter)} at the end.`
  }

![Bars of the times below](docs/images/benchmarks.svg)

## Typing

A letter typed or taken back at random places in the prose of an open note, over stdio: milliseconds from the edit to its diagnostics. unified-language-server parses front matter and GFM and has no rule at all. Memory is the most that the process had resident.

${table(['note', 'server', 'median, ms', 'p95, ms', 'to ours', 'to a bare parse', 'memory, MB'], [...editRows, ...parseRows])}

## Starting

Milliseconds from the start of the process to the first diagnostics of a note of 3 KB.

${table(['server', 'median, ms', 'least, ms'], startRows)}

## ${ours === undefined ? 'Many' : (linear[0]?.count.toLocaleString('en-GB') ?? '')} records (${megabytes.toFixed(1)} MB) on the command line

Each with the rules it has unless told otherwise, output read and thrown away; median of the runs, taken in turn. What takes long is run once.

${table(['program', 'seconds', 'to ours', 'runs'], folderRows)}

## More records

${table(['records', 'seconds', 'ms a record', 'to the fewest'], linearRows)}
`;
}
