import { ResponseError, LSPErrorCodes, type CancellationToken } from 'vscode-languageserver';
import { version } from '../../../../package.json';
import { messageIn } from '../../balance/messages.ts';
import { commentsOf, type RecordComment } from '../../annotations/read-comments.ts';
import type { ExportParams, ExportResult } from '../../protocol.ts';
import { isLimitedRecord } from '../../record/limited.ts';
import { choosePassages, isInReport } from '../../report/content/choose-passages.ts';
import { collectRecord } from '../../report/content/collect-record.ts';
import { createHeaderText } from '../../report/content/header-text.ts';
import { nameRecords } from '../../report/content/record-names.ts';
import type { ReportRecord } from '../../report/content/report-content.ts';
import { createReportRedactor } from '../../report/content/report-redactor.ts';
import { toReportRuns } from '../../report/content/report-run.ts';
import { createReport } from '../../report/create-report.ts';
import { createReportWords, type ReportWords } from '../../report/report-words.ts';
import type { ReportOptions } from '../../report/report-writer.ts';
import type { Run } from '../../runs/gather-runs.ts';
import { fillMessage } from '../../text/message.ts';
import type { FeatureContext } from '../feature.ts';
import { readSidecar } from '../review/read-sidecar.ts';
import { whyInNoRun } from '../workspace/list-records.ts';
import { encodeBase64 } from './encode-base64.ts';
import { gatherBytes } from './gather-bytes.ts';

/**
 * A report of a record, open or not, or of its run, in memory; refused with the reason where nothing may be handed on.
 * It is the command line's: what is limited stays out, comments beside records are in.
 */
export async function exportReport(
  params: ExportParams,
  context: FeatureContext,
  token: CancellationToken,
): Promise<ExportResult> {
  const { uri, what, format, redact = false, withMarks = false, panel = false } = params;
  const knowledge = await context.knowledge();
  const { messages, standards, vocabulary, identifiers } = knowledge;
  const refuse = (message: string): ExportResult => ({ outcome: 'refused', message });
  const found = await recordsOf(what, uri, context, token);
  if ('message' in found) return refuse(found.message);

  const redactor = redact ? createReportRedactor(identifiers) : undefined;
  if (redactor !== undefined)
    for (const id of found.uris) redactor.learn((await context.configuration(id)).key);
  const showPath = (id: string): string => redactor?.path(pathOf(id, context)) ?? pathOf(id, context);
  const names = nameRecords(found.uris.map((id) => pathOf(id, context)));
  const headerText = createHeaderText(vocabulary, false);
  const options: ReportOptions = {
    messages,
    standards,
    nation: (await context.configuration(uri)).nation,
    today: params.today ?? new Date().toISOString().slice(0, 10),
    version,
    redacted: redact,
    panel,
    withProfile: params.withProfile === true || !panel,
  };
  const { sink, bytes } = gatherBytes();
  const writer = await createReport(format, sink, options);
  const shown: ReportRecord[] = [];
  const reading = new Map<string, string>();
  let limited = 0;
  for (const id of found.uris) {
    if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'Called off.');
    await context.nextTurn();
    const analysis = await analyseRecord(id, context);
    if (analysis === undefined) continue;
    if (isLimitedRecord(analysis.record)) {
      limited++;
      continue;
    }
    const { page, problem } = await readSidecar(id, context);
    // A report without the comments that somebody expects in it would be worse than none.
    if (page === undefined) return refuse(problem);
    const path = pathOf(id, context);
    const record = collectRecord({
      path: showPath(id),
      name: redactor?.path(names.get(path) ?? path) ?? names.get(path) ?? path,
      analysis,
      comments: commentsOf(page, analysis.record.passages),
      messages,
      standards,
      redact: (text) => redactor?.recordText(analysis, text) ?? text,
      withMarks,
      headerText,
    });
    reading.set(id, record.reading.words);
    if (!isInReport(record, options)) continue;
    shown.push(record);
    await writer.record(record);
  }
  if (shown.length === 0) {
    const why = limited > 0 && what === 'record' ? 'export-limited' : 'export-unchosen';
    return refuse(messageIn(messages.workspace, panel || limited > 0 ? why : 'export-nothing'));
  }
  const runs = toReportRuns(found.run === undefined ? [] : [found.run], {
    headerText,
    redact: (text) => redactor?.text(text) ?? text,
    path: showPath,
    words: (id) => reading.get(id),
  });
  await writer.end({ runs, limited, skipped: [] });
  const reportWords = createReportWords(options);
  return {
    outcome: 'made',
    content: encodeBase64(bytes()),
    fileName: `${fileStem(shown, runs[0]?.key, panel)}.${format}`,
    summary: [
      fillMessage(messageIn(messages.workspace, 'export-made'), { n: shown.length }),
      ...(limited === 0 ? [] : [fillMessage(messageIn(messages.cli, 'report-limited'), { n: limited })]),
    ].join(' '),
    preview: shown.map((record) => previewOf(record, options, reportWords)).join('\n\n'),
  };
}

/** The records that are asked for, the oldest first; or why there are none. */
async function recordsOf(
  what: ExportParams['what'],
  uri: string,
  { index, knowledge }: FeatureContext,
  token: CancellationToken,
): Promise<{ readonly uris: readonly string[]; readonly run?: Run } | { readonly message: string }> {
  if (what === 'record') return { uris: [uri] };
  const { messages } = await knowledge();
  if (!(await index.ready(token))) return { message: messageIn(messages.workspace, 'incomplete') };
  const record = index.record(uri);
  const standing = record === undefined ? undefined : index.book.standing(record.uri);
  if (standing?.in !== 'run') return { message: whyInNoRun(uri, index, messages) };
  return { uris: standing.run.records.map(({ id }) => id), run: standing.run };
}

async function analyseRecord(
  uri: string,
  { analyser, configuration, readText, marks }: FeatureContext,
): Promise<ReturnType<Awaited<ReturnType<FeatureContext['analyser']>>['analyse']> | undefined> {
  const [file, reader, settings, beside] = await Promise.all([
    readText(uri),
    analyser(),
    configuration(uri),
    marks(uri),
  ]);
  return file === undefined
    ? undefined
    : reader.analyse(file.text, { configuration: settings, pathMatches: true, beside });
}

/** The path of a file as it is told: in the workspace, else its name alone. */
function pathOf(uri: string, { index }: FeatureContext): string {
  const path = index.pathOf(uri);
  return path.includes(':') ? path.slice(path.lastIndexOf('/') + 1) : path;
}

/** "T. 2025-01-07 to 2025-03-04", "supervision-1 for a panel": nothing that a record doesn't already show outside. */
function fileStem(records: readonly ReportRecord[], run: string | undefined, panel: boolean): string {
  const days = records.flatMap(({ date }) => date ?? []);
  const [first, last] = [days[0], days.at(-1)];
  const stem =
    run === undefined
      ? (records[0]?.name ?? 'report')
      : [run, first, ...(last === first ? [] : [last])].filter((part) => part !== undefined).join(' ');
  return `${stem}${panel ? ' panel' : ''}`.replace(/[^\p{L}\p{N} ._-]+/gu, ' ').trim();
}

/** All words of a record that go out, its comments below what they were made on. */
function previewOf(record: ReportRecord, options: ReportOptions, words: ReportWords): string {
  const said = ({ text, author, capabilities }: RecordComment): string => {
    const head = [words.say('comment'), author, ...capabilities.map(words.capability)];
    return [head.filter((part) => part !== '').join(' · '), text].filter((part) => part !== '').join('\n');
  };
  const passages = choosePassages(record, options);
  const body = options.panel
    ? passages.flatMap(({ text, comments }) => [text, ...comments.map(said)])
    : [...record.lines.map(({ text }) => text), ...passages.flatMap(({ comments }) => comments.map(said))];
  const others = [...record.comments, ...record.strayComments].map(said);
  return [record.title, record.path, ...body, ...others].join('\n\n');
}
