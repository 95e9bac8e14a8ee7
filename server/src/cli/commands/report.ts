import { resolve } from 'node:path';
import { messageIn } from '../../balance/messages.ts';
import { loadKnowledge } from '../../knowledge/knowledge.ts';
import { isInReport } from '../../report/content/choose-passages.ts';
import { createReport } from '../../report/create-report.ts';
import { commentsSuffix } from '../../annotations/annotation-page.ts';
import { toReportRuns } from '../../report/content/report-run.ts';
import { fillMessage, type MessageValues } from '../../text/message.ts';
import type { ReportCommandOptions } from '../arguments.ts';
import { reportProblem, stoppedExit, type CommandHost } from '../command-host.ts';
import { shownPath } from '../files/find-files.ts';
import { createHeaderText } from '../../report/content/header-text.ts';
import { readRecords } from '../records/read-records.ts';
import type { GatheredRuns } from '../records/run-index.ts';
import { createOutputRedactor } from '../output/redact-output.ts';
import { openWholeFile, unwrittenFor, type WholeFile } from '../files/write-whole-file.ts';
import type { Nation } from '../../standards/standards-book.ts';

/**
 * Reads records and writes a report of them, whole or not at all. Resolves with the exit code: 2 where something
 * that was named can't be read, a configuration can't be used or the report can't be written; 130 after Ctrl-C,
 * with nothing written.
 */
export async function report(options: ReportCommandOptions, host: CommandHost): Promise<number> {
  const knowledge = await loadKnowledge(host.loadData);
  const { messages, standards, vocabulary } = knowledge;
  const say = (name: string, values: MessageValues): string =>
    fillMessage(messageIn(messages.cli, name), values);
  const out = resolve(host.cwd, options.out);
  const shownOut = shownPath(host.cwd, out);
  let file: WholeFile;
  try {
    file = await openWholeFile(out);
  } catch (error) {
    return tellUnwritten(error);
  }
  const headerText = createHeaderText(vocabulary, false);
  const redactor = options.redact ? createOutputRedactor(knowledge.identifiers) : undefined;
  const showPath = (path: string): string => redactor?.path(path) ?? path;
  const readingWords = new Map<string, string>();
  const skipped: { path: string; reason: string }[] = [];
  let exit: 0 | 2 = 0;
  let [records, limited] = [0, 0];
  let nation: Nation | undefined;
  let gathered: GatheredRuns | undefined;

  try {
    const reportOptions = {
      messages,
      standards,
      get nation() {
        return nation;
      },
      today: new Date().toISOString().slice(0, 10),
      version: host.version,
      redacted: options.redact,
      panel: options.panel,
      withProfile: options.withProfile,
    };
    const writer = await createReport(options.format, (chunk) => file.write(chunk), reportOptions);
    const job = { make: 'report', cwd: host.cwd, all: options.all, redact: options.redact } as const;
    const read = await readRecords(
      { paths: options.paths, job: { ...job, withMarks: options.withMarks }, knowledge, host, redactor },
      {
        async record({ path }, { made }, { configuration }) {
          if (made.kind !== 'report') return;
          if (made.commentsUnread) {
            exit = 2;
            const line = say('report-comments', { path: `${path}${commentsSuffix}` });
            await reportProblem(host, `supervision-lens: ${line}`);
          }
          if (made.record === undefined) {
            limited++;
            return;
          }
          readingWords.set(path, made.record.reading.words);
          if (!isInReport(made.record, options)) return;
          records++;
          nation ??= configuration.nation;
          await writer.record(made.record);
        },
        skipped: (path, reason) => {
          skipped.push({ path, reason });
          return Promise.resolve();
        },
      },
    );
    const stopped = host.stopped();
    if (stopped !== undefined) return stoppedExit[stopped];
    if (read.exit === 2) exit = 2;
    gathered = read.gathered;
    if (records === 0) {
      await reportProblem(
        host,
        `supervision-lens: ${say(options.panel ? 'report-unchosen' : 'report-empty', {})}`,
      );
      return 2;
    }
    const runs = toReportRuns(
      (gathered?.runs ?? []).map(({ run }) => run),
      {
        headerText,
        redact: (text) => redactor?.text(text) ?? text,
        path: showPath,
        words: (id) => readingWords.get(id),
      },
    );
    await writer.end({ runs, limited, skipped });
    await file.keep();
  } catch (error) {
    return await tellUnwritten(error);
  } finally {
    await file.drop();
  }
  const lines = [
    say('report-done', { path: shownOut, n: records }),
    ...(limited === 0 ? [] : [say('report-limited', { n: limited })]),
    ...(skipped.length === 0 ? [] : [say('report-skipped', { n: skipped.length })]),
  ];
  await host.output.write(`${lines.join(' ')}\n`);
  return exit;

  async function tellUnwritten(error: unknown): Promise<2> {
    const why = unwrittenFor(error);
    if (why === undefined) throw error;
    await reportProblem(host, `supervision-lens: ${say(why.reason, { path: shownOut, code: why.code })}`);
    return 2;
  }
}
