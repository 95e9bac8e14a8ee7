import { messageIn, type Messages } from '../balance/messages.ts';
import { fillMessage } from '../text/message.ts';
import type { OutputStream } from './command-host.ts';

/** Tells on a terminal how far a long command has come. */
export interface Progress {
  update: (done: number, total: number) => Promise<void>;
  /** Takes the line away, so that something else can be written. */
  clear: () => Promise<void>;
}

/** Nothing is told before this, in milliseconds, and then not oftener than every so many. */
const patience = 1000;
const pace = 100;

/** One line on standard error, with counts only; nothing where that isn't a terminal. `now` in milliseconds. */
export function createProgress(errors: OutputStream, messages: Messages, now: () => number): Progress {
  let next = now() + patience;
  let shown = false;
  return {
    async update(done, total) {
      const time = now();
      if (!errors.isTerminal || time < next) return;
      next = time + pace;
      shown = true;
      await errors.write(`\r\u001b[2K${fillMessage(messageIn(messages.cli, 'progress'), { done, total })}`);
    },
    async clear() {
      if (!shown) return;
      shown = false;
      await errors.write('\r\u001b[2K');
    },
  };
}
