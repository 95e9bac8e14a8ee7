import type { Connection } from 'vscode-languageserver';
import { messageIn, type Messages } from '../balance/messages.ts';
import { fillMessage } from '../text/message.ts';

/** Progress of reading the workspace, told in counts. */
export interface IndexProgress {
  /** How many files are left. */
  update: (left: number) => void;
  end: () => void;
}

/** What a progress needs. */
export interface IndexProgressParts {
  /** How many files there are. */
  readonly total: number;
  readonly stop: () => void;
  readonly messages: Messages;
  /** Whether the client shows progress that a server begins. */
  readonly isAble: boolean;
}

/** Fewer files are read before anybody would look. */
const worthTelling = 100;
/** Shows progress that can be called off, in a client that shows any and for files enough that somebody would look. */
export function createIndexProgress(
  connection: Connection,
  { total, stop, messages, isAble }: IndexProgressParts,
): IndexProgress {
  let most = total;
  let told = -1;
  let ended = false;
  const count = (done: number): string =>
    fillMessage(messageIn(messages.workspace, 'count'), { done, total: most });
  const reporter =
    isAble && total >= worthTelling
      ? connection.window.createWorkDoneProgress().then(
          (made) => {
            made.token.onCancellationRequested(stop);
            made.begin(messageIn(messages.workspace, 'reading'), 0, count(0), true);
            return made;
          },
          () => undefined,
        )
      : Promise.resolve(undefined);
  return {
    update(left) {
      most = Math.max(most, left);
      const percent = Math.floor((100 * (most - left)) / most);
      // A message for every file would cost more than the file.
      if (percent <= told) return;
      told = percent;
      void reporter.then((made) => ended || made?.report(percent, count(most - left)));
    },
    end() {
      if (ended) return;
      ended = true;
      void reporter.then((made) => made?.done());
    },
  };
}
