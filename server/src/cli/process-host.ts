import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { WriteStream } from 'node:tty';
import { version } from '../../../package.json';
import type { CommandHost, OutputStream, StopReason } from './command-host.ts';

/** The process as commands see it. The data is read from `data` beside the bundle (`folder`, absolute). */
export function createProcessHost(folder: string): CommandHost {
  let tellStopped = (): void => undefined;
  const whenStopped = new Promise<void>((resolve) => (tellStopped = resolve));
  let stopReason: StopReason | undefined;
  const stop = (reason: StopReason): void => {
    stopReason ??= reason;
    tellStopped();
  };
  // Once: a second Ctrl-C ends the process at once, as if nothing listened.
  process.once('SIGINT', () => stop('interrupted'));
  const data = join(folder, 'data');
  return {
    cwd: process.cwd(),
    environment: process.env,
    version,
    output: createOutput(process.stdout, () => stop('closed')),
    errors: createOutput(process.stderr, () => undefined),
    stopped: () => stopReason,
    whenStopped,
    workers: { script: join(folder, 'cli-worker.js'), data, count: availableParallelism() },
    loadData: (name) => readFile(join(data, name), 'utf8'),
    async startServer() {
      // Not before it is asked for: it is most of the program, and looks at the arguments when it is loaded.
      const { startStdioServer } = await import('../node/stdio.ts');
      startStdioServer(data);
    },
  };
}

function createOutput(stream: NodeJS.WriteStream, closed: () => void): OutputStream {
  // Without a listener an error would end the process with a stack trace, as where `head` has had enough.
  stream.on('error', closed);
  return {
    write: (text) =>
      new Promise((resolve) => {
        stream.write(text, () => resolve());
      }),
    isTerminal: stream.isTTY,
    get columns() {
      return (stream as Partial<WriteStream>).columns;
    },
  };
}
