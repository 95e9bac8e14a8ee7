import { isLimitedRecord } from '../../record/limited.ts';
import type { CancellationToken } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analyser } from '../../analysis/analyse.ts';
import { messageIn } from '../../balance/messages.ts';
import type { CheckedFile, CheckWorkspaceResult } from '../../protocol.ts';
import type { SupervisionRecord } from '../../record/record.ts';
import { fillMessage } from '../../text/message.ts';
import { containsSpan, type Span } from '../../text/span.ts';
import { shownFindings } from '../diagnostics.ts';
import type { FeatureContext } from '../feature.ts';
import { toRange } from '../positions.ts';
import { judgeInRun } from './judge-in-run.ts';
import type { IndexedRecord } from './workspace-index.ts';

/** Told how far the check is, in counts. */
export type CheckProgress = (done: number, total: number) => void;

/**
 * Looks at all records of the workspace; what was looked at until it was cancelled is given. Limited records and
 * sections stay out of it: their findings are shown where they are open.
 */
export async function checkWorkspace(
  context: FeatureContext,
  progress: CheckProgress,
  token?: CancellationToken,
): Promise<CheckWorkspaceResult> {
  const { index } = context;
  await index.ready(token);
  const [{ messages }, analyser] = await Promise.all([context.knowledge(), context.analyser()]);
  const records = [...index.records()].sort((a, b) => (a.uri < b.uri ? -1 : 1));
  const files: CheckedFile[] = [];
  let looked = 0;
  for (const record of records) {
    await context.nextTurn();
    if (token?.isCancellationRequested === true) break;
    progress(looked, records.length);
    const checked = await checkRecord(record, context, analyser);
    if (checked === undefined) continue;
    looked++;
    if (checked.findings.length + checked.more > 0) files.push(checked);
  }
  const findings = files.reduce((sum, file) => sum + file.findings.length + file.more, 0);
  const summary = records.length === 0 ? 'summary-none' : findings === 0 ? 'summary-nothing' : 'summary';
  const values = { n: looked, with: files.length, findings };
  return {
    records: looked,
    summary: fillMessage(messageIn(messages.workspace, summary), values),
    files,
  };
}

/** Undefined: the file has gone meanwhile, or may not be shown any more. */
async function checkRecord(
  { uri, configuration }: IndexedRecord,
  context: FeatureContext,
  analyser: Analyser,
): Promise<CheckedFile | undefined> {
  const file = await context.readText(uri);
  if (file === undefined) return undefined;
  const document = TextDocument.create(uri, 'markdown', 0, file.text);
  const [knowledge, settings] = await Promise.all([context.knowledge(), context.settings()]);
  const beside = await context.marks(uri);
  const analysis = analyser.analyse(file.text, { configuration, pathMatches: true, beside });
  const { record } = analysis;
  if (isLimitedRecord(record)) return undefined;
  const { index } = context;
  const read = { document, analysis, configuration, knowledge, settings };
  const judged = judgeInRun(read, index.standing(uri), analyser, index);
  const findings = judged.analysis.findings.filter(({ span }) => !isInLimited(record, span));
  const shown = shownFindings({ ...judged, analysis: { ...judged.analysis, findings } });
  return {
    uri,
    path: index.pathOf(uri),
    findings: shown.map(({ rule, severity, message, span }) => ({
      rule,
      severity,
      message,
      range: toRange(document, span),
    })),
    more: findings.length - shown.length,
  };
}

function isInLimited({ limits, sections }: SupervisionRecord, span: Span): boolean {
  return limits.some(({ section }) => {
    const within = section === undefined ? undefined : sections[section]?.span;
    return within !== undefined && containsSpan(within, span);
  });
}
