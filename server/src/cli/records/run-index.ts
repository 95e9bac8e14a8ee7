import type { Analysis } from '../../analysis/analyse.ts';
import type { Messages } from '../../balance/messages.ts';
import type { Configuration } from '../../configuration/configuration.ts';
import { cultures } from '../../terms/cultures.ts';
import { gatherRuns, runName, type Run, type RunTroubles } from '../../runs/gather-runs.ts';
import { judgeRun, type RunFinding } from '../../runs/judge-run.ts';
import type { RecordSummary } from '../../runs/record-summary.ts';
import type { Region } from '../output/check-output.ts';
import type { FoundFile } from '../files/find-files.ts';
import { createRegions } from '../output/record-entry.ts';
import type { ReadRecord, RecordSource } from './record-source.ts';

/** A run with what its rules found. */
export interface JudgedRun {
  readonly run: Run;
  readonly findings: readonly RunFinding[];
}

/** The runs of the records that were read. */
export interface RunIndex {
  /** Keeps a record for its run, and judges it after the record before it where that could matter. */
  add: (entry: FoundFile, read: ReadRecord) => Promise<Analysis>;
  /** All runs, by scope, kind and key, once every record was added. */
  end: () => GatheredRuns;
}

/** All runs, what couldn't be put into one, and where the titles of records stand. */
export type GatheredRuns = RunTroubles & {
  readonly runs: readonly JudgedRun[];
  /** By path. */
  readonly titles: ReadonlyMap<string, Region>;
};

/** A file that may be in a run, and its day. */
interface PeekedFile {
  readonly file: FoundFile;
  readonly date: string;
}

/** By date, then by path, as runs are ordered. */
function isBefore(each: PeekedFile, date: string, path: string): boolean {
  return each.date < date || (each.date === date && each.file.path < path);
}

/** Only a record with a culture of such a share can be under its rule. */
const leastShare = 0.5;

/**
 * Makes an index. Records come in the order of their paths, and the one before in time may be yet to come: the tops
 * of all files are looked at when that is first asked, and the record before is then read out of turn.
 */
export function createRunIndex(
  files: readonly FoundFile[],
  source: RecordSource,
  messages: Messages,
): RunIndex {
  const summaries = new Map<string, RecordSummary>();
  const configurations = new Map<string, Configuration>();
  const titles = new Map<string, Region>();
  let peeks: Promise<ReadonlyMap<string, readonly PeekedFile[]>> | undefined;

  /** The files that may be in a run, by its name, the oldest first. */
  const peekAll = async (): Promise<ReadonlyMap<string, readonly PeekedFile[]>> => {
    const byRun = new Map<string, PeekedFile[]>();
    for (const file of files) {
      const peek = await source.peek(file);
      if (peek === undefined) continue;
      const name = runName(peek.scope, peek.run);
      const others = byRun.get(name);
      if (others === undefined) byRun.set(name, [{ file, date: peek.date }]);
      else others.push({ file, date: peek.date });
    }
    for (const peeked of byRun.values()) peeked.sort((a, b) => (isBefore(a, b.date, b.file.path) ? -1 : 1));
    return byRun;
  };

  const recordBefore = async ({
    id,
    scope,
    run,
    date,
  }: RecordSummary): Promise<RecordSummary | undefined> => {
    if (run === undefined || date === undefined) return undefined;
    const peeked = (await (peeks ??= peekAll())).get(runName(scope, run)) ?? [];
    const best = peeked.findLast((each) => each.file.path !== id && isBefore(each, date, id));
    if (best === undefined) return undefined;
    const known = summaries.get(best.file.path);
    if (known !== undefined) return known;
    const read = await source.read(best.file);
    return typeof read === 'string' || !('analysis' in read) ? undefined : read.summary;
  };

  return {
    async add(entry, { analysis, configuration, summary }) {
      if (summary === undefined) return analysis;
      summaries.set(entry.path, summary);
      if (summary.run !== undefined) {
        configurations.set(entry.path, configuration);
        titles.set(entry.path, createRegions(analysis.record.text)(summary.title));
      }
      const { judged, profile } = summary;
      if (!judged || cultures.every((culture) => profile.shares[culture] < leastShare)) return analysis;
      const before = await recordBefore(summary);
      return before === undefined ? analysis : source.judgeAfter(analysis, before, configuration);
    },
    end() {
      const { runs, ...troubles } = gatherRuns(summaries.values());
      return {
        ...troubles,
        titles,
        runs: runs.map((run) => {
          const settings = configurations.get(run.records.at(-1)?.id ?? '')?.rules;
          return { run, findings: judgeRun(run, messages, settings) };
        }),
      };
    },
  };
}
