import type { LogOutputChannel } from 'vscode';
import type { StdioOptions } from 'vscode-languageclient/node';
import { redactOutputLine } from '../output/redact-log.ts';

/** A stream of the server's process, as far as it's needed here. */
interface TextStream {
  setEncoding: (encoding: 'utf8') => unknown;
  on: (event: 'data', listener: (chunk: string) => void) => unknown;
}

/**
 * What becomes of the text that the server's process prints. It speaks through its own channel, so this is
 * how it looks when it crashes: the kind of error and where it was thrown, but not its words, which may be
 * words of a record.
 */
export const serverOutput: Required<StdioOptions> = { stdout: logLines, stderr: logLines };

function logLines(stream: TextStream, channel: LogOutputChannel): void {
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', (chunk) => {
    const lines = (rest + chunk).split(/\r?\n/);
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const redacted = redactOutputLine(line);
      if (redacted !== undefined) channel.error(redacted);
    }
  });
}
