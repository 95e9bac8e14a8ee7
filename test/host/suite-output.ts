import { format } from 'node:util';

/*
 * VS Code's window logs much of its own between the lines of a test report. A mark at the start of each
 * line of the report tells them apart.
 */
const mark = '[suite] ';

/** Formats a message as `console.log` would and marks each of its lines as part of the test report. */
export function markSuiteOutput(...values: readonly unknown[]): string {
  return format(...values)
    .split('\n')
    .map((line) => mark + line)
    .join('\n');
}

/** The lines of a logged message that belong to the test report, without their mark; undefined where none does. */
export function readSuiteOutput(message: string): string | undefined {
  const lines = message.split('\n').filter((line) => line.startsWith(mark));
  return lines.length === 0 ? undefined : lines.map((line) => line.slice(mark.length)).join('\n');
}
