import type { TestCounts } from './test-counts.ts';

/*
 * VS Code's window logs much of its own between the lines of a test report. A mark at the start of each
 * line of the report tells them apart.
 */
const mark = '[suite] ';

/** Formats a message as `console.log` would and marks each of its lines as part of the test report. */
export function markSuiteOutput(...values: readonly unknown[]): string {
  return formatMessage(values)
    .split('\n')
    .map((line) => mark + line)
    .join('\n');
}

/** The lines of a logged message that belong to the test report, without their mark; undefined where none does. */
export function readSuiteOutput(message: string): string | undefined {
  const lines = message.split('\n').filter((line) => line.startsWith(mark));
  return lines.length === 0 ? undefined : lines.map((line) => line.slice(mark.length)).join('\n');
}

const countsMark = 'counts: ';

/** The counts of a run as a line of the report, for a host whose tests can't write a file. */
export function markSuiteCounts(counts: TestCounts): string {
  return markSuiteOutput(countsMark + JSON.stringify(counts));
}

/** The counts that a part of the report gives; undefined where it gives none. */
export function readSuiteCounts(report: string): TestCounts | undefined {
  return report.startsWith(countsMark)
    ? (JSON.parse(report.slice(countsMark.length)) as TestCounts)
    : undefined;
}

/** As `util.format` does for what Mocha's reporters print; there is no `util` in a web worker. */
function formatMessage([first, ...values]: readonly unknown[]): string {
  const rest = [...values];
  const shown = first instanceof Error ? (first.stack ?? first.message) : first;
  const filled = (
    typeof shown === 'string' ? shown : shown === undefined ? '' : JSON.stringify(shown)
  ).replace(/%[sd%]/g, (place) => (place === '%%' ? '%' : rest.length === 0 ? place : String(rest.shift())));
  return [filled, ...rest.map(String)].join(' ');
}
