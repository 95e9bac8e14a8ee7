import { isLimitedRecord } from '../../record/limited.ts';
import { resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { messageIn } from '../../balance/messages.ts';
import { loadKnowledge } from '../../knowledge/knowledge.ts';
import { collectRecord } from '../../report/collect-record.ts';
import { createReport } from '../../report/create-report.ts';
import { commentsSuffix } from '../../annotations/annotation-page.ts';
import { readComments, type RecordComment } from '../../annotations/read-comments.ts';
import type { ReportRun } from '../../report/report-content.ts';
import { fillMessage, type MessageValues } from '../../text/message.ts';
import type { ReportCommandOptions } from '../arguments.ts';
import { reportProblem, stoppedExit, type CommandHost } from '../command-host.ts';
import { troubleLine } from '../files/find-configuration.ts';
import { findFiles, shownPath, sortByPath, type FoundFile } from '../files/find-files.ts';
import { createHeaderText } from '../output/header-text.ts';
import { createProgress } from '../terminal/progress.ts';
import { describeUnread, readTextFile, type Unread } from '../files/read-text-file.ts';
import { nameRecords } from '../files/record-names.ts';
import { createRecordSource, type ReadRecord } from '../records/record-source.ts';
import { createOutputRedactor } from '../output/redact-output.ts';
import { createRunIndex } from '../records/run-index.ts';
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
  const { files, unfound } = await findFiles(options.paths, host.cwd);
  const names = nameRecords(files.map(({ path }) => path));
  const progress = createProgress(host.errors, messages, () => performance.now());
  const source = createRecordSource(knowledge, host.cwd, options.all);
  const index = createRunIndex(files, source, messages);
  const headerText = createHeaderText(vocabulary, false);
  const redactor = options.redact ? createOutputRedactor(knowledge.identifiers) : undefined;
  const showPath = (path: string): string => redactor?.path(path) ?? path;
  const readingWords = new Map<string, string>();
  const skipped: { path: string; reason: string }[] = [];
  let exit: 0 | 2 = 0;
  let [records, limited, troublesTold] = [0, 0, 0];
  let nation: Nation | undefined;

  const fail = async (line: string): Promise<void> => {
    exit = 2;
    await progress.clear();
    await reportProblem(host, line);
  };

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
    for (const [position, entry] of sortByPath([...files, ...unfound]).entries()) {
      if (host.stopped() !== undefined) break;
      await progress.update(position, files.length);
      if ('why' in entry) {
        await tellUnread(entry.path, entry.named, entry.why);
        continue;
      }
      const read = await source.read(entry);
      while (troublesTold < source.troubles.length) {
        const trouble = source.troubles[troublesTold++];
        if (trouble !== undefined) await fail(troubleLine(trouble));
      }
      if (read === 'passed-over') continue;
      if ('reason' in read) await tellUnread(entry.path, entry.named, read);
      else await addRecord(entry, read);
    }
    await progress.clear();
    const stopped = host.stopped();
    if (stopped !== undefined) return stoppedExit[stopped];
    if (records === 0) {
      await fail(`supervision-lens: ${say('report-empty', {})}`);
      return 2;
    }
    await writer.end({ runs: runsOf(), limited, skipped });
    await file.keep();

    async function addRecord(entry: FoundFile, read: ReadRecord): Promise<void> {
      const { record } = read.analysis;
      if (isLimitedRecord(record)) {
        limited++;
        return;
      }
      records++;
      nation ??= read.configuration.nation;
      await index.add(entry, read);
      const collected = collectRecord({
        path: showPath(entry.path),
        name: showPath(names.get(entry.path) ?? entry.path),
        analysis: read.analysis,
        comments: await commentsOf(entry, read),
        messages,
        standards,
        redact: (text) => redactor?.recordText(record, text) ?? text,
        withMarks: options.withMarks,
        headerText,
      });
      readingWords.set(entry.path, collected.reading.words);
      await writer.record(collected);
    }
  } catch (error) {
    await progress.clear();
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

  /** An error where it was named, told in the report where it was found in a folder. */
  async function tellUnread(path: string, named: boolean, why: Unread): Promise<void> {
    const reason = describeUnread(why, messages);
    if (named) await fail(`supervision-lens: ${path}: ${reason}`);
    else skipped.push({ path: showPath(path), reason });
  }

  async function commentsOf(entry: FoundFile, { analysis }: ReadRecord): Promise<readonly RecordComment[]> {
    const sidecar = await readTextFile(`${entry.file}${commentsSuffix}`);
    if ('reason' in sidecar && sidecar.reason === 'missing') return [];
    const comments = 'text' in sidecar ? readComments(sidecar.text, analysis.record.passages) : undefined;
    if (comments === undefined)
      await fail(`supervision-lens: ${say('report-comments', { path: `${entry.path}${commentsSuffix}` })}`);
    return comments ?? [];
  }

  function runsOf(): ReportRun[] {
    return index
      .end()
      .runs.filter(({ run }) => run.records.length > 1)
      .map(({ run }) => ({
        by: run.by,
        // A team's name may be a place's.
        key:
          run.by === 'person'
            ? (headerText('supervisee', run.name) ?? '?')
            : (redactor?.text(run.name) ?? run.name),
        records: run.records.map(({ id, date, kind }) => ({
          path: showPath(id),
          date: date ?? '',
          kind,
          words: readingWords.get(id) ?? '',
        })),
      }));
  }
}
