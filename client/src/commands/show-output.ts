import type { Output } from '../output/output.ts';

/** Shows the log of the extension. */
export function showOutput(output: Output): Promise<void> {
  output.channel.show(true);
  return Promise.resolve();
}
