import { Disposable, commands, type Event, type Memento, type TreeDataProvider, type Uri } from 'vscode';
import type { ReviewMessage, RunMessage } from '../../webviews/messages.ts';
import { createBalanceView, type BalanceView } from '../balance/balance-view.ts';
import { commandIds } from '../commands/command-ids.ts';
import { tellFailed, tellUnavailable } from '../messages.ts';
import type { Output } from '../output/output.ts';
import type { Readings } from '../readings.ts';
import { createRecordsView } from '../records/records-view.ts';
import type { RecordNode } from '../records/record-node.ts';
import type { RunPanel } from '../run/run-panel.ts';
import { createShowRun } from '../run/show-run.ts';
import { moveSidecars } from '../review/move-sidecars.ts';
import { createRecordComments } from '../review/record-comments.ts';
import { createReviewPanel } from '../review/review-panel.ts';
import type { ServerConnection } from '../server-connection.ts';

/** What the views work with. */
export interface ViewSurroundings {
  readonly extensionUri: Uri;
  readonly server: ServerConnection;
  readonly readings: Readings;
  readonly output: Output;
  /** Of this workspace: whether the user was told of the files of comments. */
  readonly told: Memento;
  /** Lists of records may show something else. */
  readonly onRecordsChanged: Event<void>;
}

/** The views of the extension, for tests in a real editor too. */
export interface Views {
  readonly records: TreeDataProvider<RecordNode>;
  readonly balance: Pick<BalanceView, 'shown'>;
  readonly run: Pick<RunPanel<RunMessage>, 'shown'>;
  readonly review: Pick<RunPanel<ReviewMessage>, 'shown'>;
  readonly dispose: () => void;
}

/** Creates all views; none of them asks for anything before it is opened. */
export function createViews(surroundings: ViewSurroundings): Views {
  const { server, onRecordsChanged, output } = surroundings;
  const onFailure = (error: unknown): void =>
    output.channel.error(error instanceof Error ? error : String(error));
  const records = createRecordsView(server, onRecordsChanged);
  const balance = createBalanceView({ ...surroundings, onFailure });
  const run = createShowRun(surroundings.extensionUri, server, onFailure);
  const comments = createRecordComments({ ...surroundings, onFailure, onChanged: () => review.refresh() });
  const review = createReviewPanel(surroundings.extensionUri, server, comments, onFailure);
  const register = (id: string, show: (value: unknown) => Promise<void> | void): Disposable =>
    commands.registerCommand(id, async (value: unknown) => {
      try {
        await show(value);
      } catch (error) {
        onFailure(error);
        void (server.client.isRunning() ? tellFailed(error) : tellUnavailable());
      }
    });
  const registrations = Disposable.from(
    records,
    balance,
    run,
    comments,
    moveSidecars(),
    review,
    register(commandIds.showRun, run.run),
    register(commandIds.reviewRun, review.run),
    register(commandIds.commentHere, () => comments.commentHere()),
    register(commandIds.addComment, comments.add),
    register(commandIds.editComment, comments.edit),
    register(commandIds.saveComment, comments.save),
    register(commandIds.leaveComment, comments.leave),
    register(commandIds.removeComment, comments.remove),
    onRecordsChanged(run.refresh),
    onRecordsChanged(review.refresh),
  );
  return { records: records.provider, balance, run, review, dispose: () => void registrations.dispose() };
}
