import { messageIn, type Messages } from '../../balance/messages.ts';
import { fillMessage, type MessageValues } from '../../text/message.ts';
import type { OutputStream } from '../command-host.ts';

/** Tells on a terminal how far a long command has come. */
export interface Progress {
  /** The work begins now: estimates count from here. */
  begin: () => void;
  update: (done: number, total: number) => Promise<void>;
  /** Takes the line away, so that something else can be written. */
  clear: () => Promise<void>;
}

/** Nothing is told before this, in milliseconds, and then not oftener than every so many. */
const patience = 1000;
const pace = 100;
/** From so many files on there is an estimate of how long the rest takes. */
const enough = 20;

/** One line on standard error, with counts only; nothing where that isn't a terminal. `now` in milliseconds. */
export function createProgress(errors: OutputStream, messages: Messages, now: () => number): Progress {
  let began = now();
  let next = began + patience;
  let shown = false;
  const say = (name: string, values: MessageValues): string =>
    fillMessage(messageIn(messages.cli, name), values);
  /** Files are much alike: what is left takes as long for each as what was done. */
  const describe = (done: number, total: number, elapsed: number): string => {
    if (done < enough || done >= total) return say('progress', { done, total });
    const seconds = Math.ceil(((total - done) * elapsed) / done / 1000);
    const left =
      seconds < 100
        ? say('left-seconds', { n: seconds })
        : say('left-minutes', { n: Math.ceil(seconds / 60) });
    return say('estimate', { done, total, left });
  };
  return {
    begin() {
      began = now();
    },
    async update(done, total) {
      const time = now();
      if (!errors.isTerminal || time < next) return;
      next = time + pace;
      shown = true;
      await errors.write(`\r\u001b[2K${describe(done, total, time - began)}`);
    },
    async clear() {
      if (!shown) return;
      shown = false;
      await errors.write('\r\u001b[2K');
    },
  };
}
