import type { WorkerPlace } from './records/pool-readers.ts';
import type { DataLoader } from '../knowledge/knowledge.ts';

/** Where a command writes. */
export interface OutputStream {
  /** Resolves when the text has gone out. Never rejects: a reader that has gone away stops the command. */
  write: (text: string) => Promise<void>;
  readonly isTerminal: boolean;
  /** Characters in a line; undefined where that isn't known. */
  readonly columns: number | undefined;
}

/** Why a command is stopped before its end: Ctrl-C, or nobody reads its output any more. */
export type StopReason = 'interrupted' | 'closed';

/** All that a command knows of the process around it. */
export interface CommandHost {
  /** Absolute. */
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly version: string;
  readonly output: OutputStream;
  readonly errors: OutputStream;
  /** Why the command is to stop, or undefined. */
  stopped: () => StopReason | undefined;
  /** Resolves when the command is to stop. */
  readonly whenStopped: Promise<void>;
  readonly loadData: DataLoader;
  /** Where workers come from; undefined: there are none. */
  readonly workers: WorkerPlace | undefined;
  /** Runs the language server; the process lives on for it. */
  startServer: () => Promise<void>;
}

/** What a process that was stopped exits with, after the shells' custom of 128 and the signal's number. */
export const stoppedExit: Readonly<Record<StopReason, number>> = { interrupted: 130, closed: 141 };

/** Writes one line of trouble. Control characters are taken out: a file's name may hold any. */
export function reportProblem(host: CommandHost, line: string): Promise<void> {
  return host.errors.write(`${cleanLine(line)}\n`);
}

/** A text without control characters, so that nothing in a file can steer the terminal. */
export function cleanLine(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ');
}
