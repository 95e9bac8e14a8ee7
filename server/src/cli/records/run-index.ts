import type { Messages } from '../../balance/messages.ts';
import type { Configuration } from '../../configuration/configuration.ts';
import { gatherRuns, runName, type Run, type RunTroubles } from '../../runs/gather-runs.ts';
import { judgeRun, type RunFinding } from '../../runs/judge-run.ts';
import type { RecordSummary } from '../../runs/record-summary.ts';
import type { FoundFile } from '../files/find-files.ts';
import type { Region } from '../output/check-output.ts';
import type { MadeRecord } from './record-job.ts';
import type { Peek } from './record-source.ts';
import { compareText } from '../../text/compare-text.ts';

/** A run with what its rules found. */
export interface JudgedRun {
  readonly run: Run;
  readonly findings: readonly RunFinding[];
}

/** All runs, what couldn't be put into one, and where the titles of records stand. */
export type GatheredRuns = RunTroubles & {
  readonly runs: readonly JudgedRun[];
  /** By path. */
  readonly titles: ReadonlyMap<string, Region>;
};

/** The runs of the records that were read. */
export interface RunIndex {
  add: (path: string, read: MadeRecord, configuration: Configuration) => void;
  /** All runs, by scope, kind and key, once every record was added. */
  end: () => GatheredRuns;
}

/** Makes an index; it keeps summaries, no texts. */
export function createRunIndex(messages: Messages): RunIndex {
  const summaries: RecordSummary[] = [];
  const configurations = new Map<string, Configuration>();
  const titles = new Map<string, Region>();
  return {
    add(path, { summary, title }, configuration) {
      if (summary === undefined) return;
      summaries.push(summary);
      configurations.set(path, configuration);
      if (title !== undefined) titles.set(path, title);
    },
    end() {
      const { runs, ...troubles } = gatherRuns(summaries);
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

/** The record before each in its run, by date and then by path, from what the tops of the files say; by file. */
export function findEarlier(
  files: readonly FoundFile[],
  peeks: readonly (Peek | undefined)[],
): ReadonlyMap<FoundFile, FoundFile> {
  const byRun = new Map<string, { readonly file: FoundFile; readonly date: string }[]>();
  for (const [index, file] of files.entries()) {
    const peek = peeks[index];
    if (peek === undefined) continue;
    const name = runName(peek.scope, peek.run);
    const others = byRun.get(name);
    if (others === undefined) byRun.set(name, [{ file, date: peek.date }]);
    else others.push({ file, date: peek.date });
  }
  const earlier = new Map<FoundFile, FoundFile>();
  for (const run of byRun.values()) {
    run.sort((a, b) => compareText(a.date, b.date) || compareText(a.file.path, b.file.path));
    for (const [index, { file }] of run.entries()) {
      const before = run[index - 1];
      if (before !== undefined) earlier.set(file, before.file);
    }
  }
  return earlier;
}
