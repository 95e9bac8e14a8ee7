import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { onExit } from './on-exit.ts';

/** What a child process is started with. */
export interface ChildOptions {
  readonly cwd?: string;
  /** Added to this process's own environment. */
  readonly env?: Readonly<Record<string, string>>;
}

/** A process with its own group, so that whatever it has started ends with it. */
export interface ManagedChild {
  /** Resolves with the text's first match of `pattern` in the output, from the start on. Rejects at the deadline, or when the process ends without it. */
  readonly waitForOutput: (pattern: RegExp, deadlineMs: number) => Promise<RegExpExecArray>;
  /** The newest output, at most a few thousand characters, for an error message. */
  readonly recentOutput: () => string;
  /** Resolves with the reason when the process has ended, whoever ended it; never rejects. */
  readonly ended: Promise<string>;
  /** Ends the process and all that it has started, and resolves when it is gone; safe to call twice. */
  readonly stop: () => Promise<void>;
}

const outputKept = 200_000;
const outputShown = 4_000;
const graceMs = 5_000;

/**
 * Starts a long-lived process whose output is kept, not shown.
 * It is ended by `stop`, at the latest when this process ends.
 */
export function startChild(
  command: string,
  args: readonly string[],
  options: ChildOptions = {},
): ManagedChild {
  const child = spawn(command, args, {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
  });
  let output = '';
  let reason: string | undefined;
  const listeners = new Set<() => void>();
  const notify = (): void => listeners.forEach((listener) => listener());
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (chunk: string) => {
      output = (output + chunk).slice(-outputKept);
      notify();
    });
  }
  const ended = new Promise<string>((resolve) => {
    const end = (why: string): void => {
      reason ??= why;
      notify();
      resolve(reason);
    };
    child.on('error', (error) => end(`could not be started: ${error.message}`));
    child.on('exit', (code, signal) => end(`ended with ${signal ?? `code ${String(code)}`}`));
  });
  const forget = onExit(() => killGroup(child, 'SIGKILL'));
  const recentOutput = (): string => output.slice(-outputShown);

  return {
    ended,
    recentOutput,
    waitForOutput: (pattern, deadlineMs) =>
      new Promise((resolve, reject) => {
        const settle = (action: () => void): void => {
          clearTimeout(timer);
          listeners.delete(look);
          action();
        };
        const fail = (why: string): void =>
          settle(() => reject(new Error(`${command} ${why}; it said:\n${recentOutput()}`)));
        const look = (): void => {
          const match = pattern.exec(output);
          if (match) settle(() => resolve(match));
          else if (reason !== undefined) fail(reason);
        };
        const timer = setTimeout(
          () => fail(`said nothing like ${String(pattern)} in ${deadlineMs / 1000} s`),
          deadlineMs,
        );
        listeners.add(look);
        look();
      }),
    stop: async () => {
      forget();
      killGroup(child, 'SIGTERM');
      const timer = setTimeout(() => killGroup(child, 'SIGKILL'), graceMs);
      await ended;
      clearTimeout(timer);
      // The leader is gone; what it may have left behind in its group goes now.
      killGroup(child, 'SIGKILL');
    },
  };
}

/** Runs a command to its end, and rejects unless it ends with code 0; only then is its output told, in the error. */
export function runCommand(
  command: string,
  args: readonly string[],
  options: ChildOptions = {},
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: { ...process.env, ...options.env },
      // The keyboard stays connected, for a tool that asks for a password.
      stdio: ['inherit', 'pipe', 'pipe'],
      // On Windows npm is a script, which only a shell can start; a shell would cut paths at their blanks.
      shell: process.platform === 'win32' && command === 'npm',
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', (chunk: string) => {
        output = (output + chunk).slice(-outputKept);
      });
    }
    const forget = onExit(() => child.kill());
    child.on('error', reject);
    child.on('close', (code, signal) => {
      forget();
      if (code === 0) resolve();
      else
        reject(
          new Error(`${output}\n${command} ${args.join(' ')} ended with ${signal ?? `code ${String(code)}`}`),
        );
    });
  });
}

function killGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    // Windows knows neither groups nor signals.
    if (process.platform === 'win32') spawnSync('taskkill', ['/pid', String(child.pid), '/t', '/f']);
    else process.kill(-child.pid, signal);
  } catch {
    // Already gone, which is what was wanted.
  }
}
