/*
 * Logs are kept on disk by the editor and are pasted into reports of faults, so they must hold no words of a
 * record, nor names in file names (spec section 8). Messages of errors may quote a text; what is kept here is
 * the first line of a message, which is the program's own, and the places in the code.
 */

const frame = /^\s*at (?:(.*?) \()?(?:[^()]*[\\/])?([^\\/():]+:\d+(?::\d+)?)\)?$/;
const errorLine = /^(?:Uncaught )?((?:[A-Z]\w*)?(?:Error|Exception))(?::.*)?$/;
const codeLine = /^\s*Code: (-?\d+)\s*$/;
const address = /\b[a-z][a-z\d+.-]{1,30}:\/+\S+|(?<![\w.])(?:\/|[A-Z]:\\)[^'"]+/gi;

/** A message for the log without what it may quote: its first line, then only error codes and places in the code. */
export function redactMessage(message: string): string {
  const [first = '', ...rest] = message.split(/\r?\n/);
  const kept = rest.map((line) => readFrame(line) ?? readCode(line)).filter((line) => line !== undefined);
  return [redactOutputLine(first) ?? first.replace(address, '(file)'), ...kept].join('\n');
}

/** A line that a crashing server printed, or undefined where it isn't known to be free of quoted text. */
export function redactOutputLine(line: string): string | undefined {
  return readFrame(line) ?? errorLine.exec(line)?.[1];
}

function readFrame(line: string): string | undefined {
  const match = frame.exec(line);
  if (match === null) return undefined;
  const [, name, place] = match;
  return name === undefined ? `    at ${place}` : `    at ${name} (${place})`;
}

function readCode(line: string): string | undefined {
  const code = codeLine.exec(line)?.[1];
  return code === undefined ? undefined : `  Code: ${code}`;
}
