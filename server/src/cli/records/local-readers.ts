import type { Analysis } from '../../analysis/analyse.ts';
import { looksBefore } from '../../balance/judge-record.ts';
import { severities, type Severity } from '../../balance/rule.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { RecordSummary } from '../../runs/record-summary.ts';
import type { FoundFile } from '../files/find-files.ts';
import { createRegions } from '../output/record-entry.ts';
import { createRecordMaker } from './make-record.ts';
import type { ReadingTask, RecordJob, RecordReaders, TaskResult } from './record-job.ts';
import { createRecordSource, type ReadRecord } from './record-source.ts';

/** What later records are judged after. */
type KeptSummary = Pick<RecordSummary, 'profile' | 'date' | 'called'>;

/** Makes readers that read in this thread, one file after another. */
export function createLocalReaders(knowledge: Knowledge, job: RecordJob): RecordReaders {
  const source = createRecordSource(knowledge, job.cwd, job.all);
  const make = createRecordMaker(knowledge, job);
  /** What later records are judged after, by file; no texts. */
  const earlier = new Map<string, KeptSummary>();

  const summaryOf = async (file: FoundFile): Promise<KeptSummary | undefined> => {
    const known = earlier.get(file.file);
    if (known !== undefined) return known;
    const read = await source.read(file);
    return typeof read === 'string' || 'reason' in read ? undefined : keep(file, read.summary);
  };
  const keep = ({ file }: FoundFile, summary: RecordSummary | undefined): KeptSummary | undefined => {
    if (summary === undefined) return undefined;
    const kept = { profile: summary.profile, date: summary.date, called: summary.called };
    earlier.set(file, kept);
    return kept;
  };
  const judge = async (
    { analysis, configuration, summary }: ReadRecord,
    { before, earlier: others }: ReadingTask,
  ): Promise<Analysis> => {
    if (before === undefined || summary === undefined) return analysis;
    if (!looksBefore(analysis, configuration.rules)) return analysis;
    const last = await summaryOf(before);
    if (last === undefined) return analysis;
    const called = [...last.called];
    if (analysis.identifiers.calledIn(analysis.record).length > 0)
      for (const file of others) called.push(...((await summaryOf(file))?.called ?? []));
    return source.judgeAfter(analysis, { ...last, called }, configuration);
  };
  const readTask = async (task: ReadingTask): Promise<TaskResult> => {
    const read = await source.read(task.file);
    if (typeof read === 'string' || 'reason' in read) return read;
    const { summary } = read;
    keep(task.file, summary);
    const analysis = await judge(read, task);
    return {
      made: await make(task, analysis),
      summary,
      title: summary?.run === undefined ? undefined : createRegions(analysis.record.text)(summary.title),
      worst: severest(analysis),
    };
  };
  const inTurn = async <From, To>(
    items: readonly From[],
    work: (item: From) => Promise<To>,
  ): Promise<To[]> => {
    const results: To[] = [];
    for (const item of items) results.push(await work(item));
    return results;
  };
  return {
    batch: 1,
    atOnce: 1,
    peek: (files) => inTurn(files, (file) => source.peek(file)),
    read: (tasks) => inTurn(tasks, readTask),
    stop: () => Promise.resolve(),
  };
}

function severest({ findings }: Analysis): Severity | undefined {
  return severities.findLast((severity) => findings.some((finding) => finding.severity === severity));
}
