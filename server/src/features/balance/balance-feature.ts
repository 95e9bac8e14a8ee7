import type { CancellationToken } from 'vscode-languageserver';
import { balanceRequest, type Balance, type BalanceParams, type BalanceResult } from '../../protocol.ts';
import type { Feature, FeatureContext } from '../feature.ts';
import { runRecord } from '../workspace/describe-run.ts';
import type { ReadDocument } from '../read-document.ts';
import { describeBalance } from './describe-balance.ts';

/** The balance of an open record, for a chart and a table. */
export const balanceFeature: Feature = {
  name: 'balance',
  capabilities: () => ({}),
  register(connection, context) {
    connection.onRequest(
      balanceRequest,
      async ({ uri }: BalanceParams, token: CancellationToken): Promise<BalanceResult> => {
        const read = await context().readRecord(uri, token);
        return read === undefined ? null : describeBalance(read, runOf(read, context()));
      },
    );
  },
};

/** The run as far as it is known now: a view that is drawn while somebody types doesn't wait for it. */
function runOf({ document, knowledge }: ReadDocument, { index }: FeatureContext): Balance['run'] {
  index.begin();
  if (!index.isComplete()) return null;
  const record = index.record(document.uri);
  const standing = record && index.book.standing(record.uri);
  if (standing?.in !== 'run') return null;
  const { name, records } = standing.run;
  return { name, records: records.flatMap(({ id }) => runRecord(id, index, knowledge)) };
}
