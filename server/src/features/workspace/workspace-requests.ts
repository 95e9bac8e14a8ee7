import type { CancellationToken } from 'vscode-languageserver';
import { messageIn } from '../../balance/messages.ts';
import {
  checkWorkspaceRequest,
  recordsRequest,
  runRequest,
  type CheckWorkspaceParams,
  type CheckWorkspaceResult,
  type RecordsResult,
  type RunParams,
  type RunResult,
} from '../../protocol.ts';
import { fillMessage } from '../../text/message.ts';
import type { Feature, FeatureContext } from '../feature.ts';
import { checkWorkspace } from './check-workspace.ts';
import { describeRun } from './describe-run.ts';
import { listRecords, whyInNoRun } from './list-records.ts';
import type { ReadRunRecord } from './run-evidence.ts';

/** The custom requests of `protocol.ts` about all records of the workspace. */
export const workspaceRequestsFeature: Feature = {
  name: 'requests about the workspace',
  capabilities: () => ({}),
  register(connection, context) {
    connection.onRequest(recordsRequest, async (): Promise<RecordsResult> => {
      const { index, knowledge } = context();
      index.begin();
      const { messages } = await knowledge();
      return { complete: index.isComplete(), groups: listRecords(index, messages) };
    });
    connection.onRequest(runRequest, (params: RunParams, token: CancellationToken) =>
      showRun(params, context(), token),
    );
    connection.onRequest(
      checkWorkspaceRequest,
      async (
        { workDoneToken }: CheckWorkspaceParams,
        token: CancellationToken,
      ): Promise<CheckWorkspaceResult> => {
        const { messages } = await context().knowledge();
        const reporter = connection.window.attachWorkDoneProgress(workDoneToken);
        reporter.begin(messageIn(messages.workspace, 'checking'), 0);
        try {
          return await checkWorkspace(
            context(),
            (done, total) =>
              reporter.report(
                Math.floor((100 * done) / total),
                fillMessage(messageIn(messages.workspace, 'count'), { done, total }),
              ),
            token,
          );
        } finally {
          reporter.done();
        }
      },
    );
  },
};

/** The run of a record, its records read again for their passages; or why there is none. */
async function showRun(
  { uri }: RunParams,
  context: FeatureContext,
  token: CancellationToken,
): Promise<RunResult> {
  const { index } = context;
  const [knowledge, analyser] = await Promise.all([context.knowledge(), context.analyser()]);
  const { messages } = knowledge;
  if (!(await index.ready(token))) return { run: null, message: messageIn(messages.workspace, 'incomplete') };
  const record = index.record(uri);
  const standing = record === undefined ? undefined : index.book.standing(record.uri);
  if (standing?.in !== 'run') return { run: null, message: whyInNoRun(uri, index, messages) };
  const read: ReadRunRecord[] = [];
  for (const { id, date } of standing.run.records) {
    const file = await context.readText(id);
    await context.nextTurn();
    if (file === undefined || date === undefined) continue;
    read.push({ uri: id, date, record: analyser.read(file.text, { pathMatches: true }).record });
  }
  return { run: describeRun(standing.run, read, index, knowledge), message: '' };
}
