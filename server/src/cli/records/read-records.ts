import { performance } from 'node:perf_hooks';
import type { Configuration } from '../../configuration/configuration.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { reportProblem, type CommandHost } from '../command-host.ts';
import {
  createConfigurationFinder,
  troubleLine,
  type ConfigurationTrouble,
} from '../files/find-configuration.ts';
import { findFiles, sortByPath, type FoundFile } from '../files/find-files.ts';
import { describeUnread, type Unread } from '../files/read-text-file.ts';
import { nameRecords } from '../../report/content/record-names.ts';
import type { OutputRedactor } from '../output/redact-output.ts';
import { createProgress } from '../terminal/progress.ts';
import { createLocalReaders } from './local-readers.ts';
import { createPoolReaders } from './pool-readers.ts';
import { readInOrder } from './read-in-order.ts';
import type { MadeRecord, RecordJob, RecordReaders } from './record-job.ts';
import type { Peek } from './record-source.ts';
import { createRunIndex, findEarlier, type GatheredRuns } from './run-index.ts';

/** From so many files on all cores are used, where there are several: below, starting them takes longer than it saves. */
const worthWorkers = 200;

/** What is done with what is read; all in the order of the paths. */
export interface RecordTaker {
  record: (file: FoundFile, read: MadeRecord, shown: ShownRecord) => Promise<void>;
  /** A file found in a folder that can't be read. */
  skipped: (path: string, reason: string) => Promise<void>;
}

/** A record as it is told, and what is in force for it. */
export interface ShownRecord {
  readonly path: string;
  /** What the ids of its passages start with. */
  readonly name: string;
  readonly configuration: Configuration;
}

/** What a reading came to. */
export interface RecordsRead {
  /** 2: something that was named can't be read, or a configuration file can't be used; it was told. */
  readonly exit: 0 | 2;
  /** Files looked at in folders that aren't records. */
  readonly passedOver: number;
  readonly troubles: readonly ConfigurationTrouble[];
  /** Undefined where the reading was stopped. */
  readonly gathered: GatheredRuns | undefined;
}

/** What to read, and for whom. */
export interface ReadingParts {
  readonly paths: readonly string[];
  readonly job: RecordJob;
  readonly knowledge: Knowledge;
  readonly host: CommandHost;
  readonly redactor: OutputRedactor | undefined;
}

/**
 * Reads records for `check` and `report`: tells progress, troubles and what can't be read, and hands on the rest, on
 * all cores where that pays. One bad file never stops the others. Ends early when the host says so.
 */
export async function readRecords(parts: ReadingParts, taker: RecordTaker): Promise<RecordsRead> {
  const { paths, job, knowledge, host, redactor } = parts;
  const { messages } = knowledge;
  const { files, unfound } = await findFiles(paths, host.cwd);
  const names = nameRecords(files.map(({ path }) => path));
  const progress = createProgress(host.errors, messages, () => performance.now());
  const configurations = createConfigurationFinder(host.cwd, messages);
  const index = createRunIndex(messages);
  const shown = (path: string): string => redactor?.path(path) ?? path;
  // What is written at once would stand behind the line that tells of progress.
  const writesOver = host.output.isTerminal && (job.make === 'text' || job.make === 'ndjson');
  let exit: 0 | 2 = 0;
  let [passedOver, troublesTold] = [0, 0];

  const fail = async (line: string): Promise<void> => {
    exit = 2;
    await reportProblem(host, line);
  };
  /** An error where it was named, `skipped` where it was found in a folder. */
  const tellUnread = async (path: string, named: boolean, why: Unread): Promise<void> => {
    const reason = describeUnread(why, messages);
    await progress.clear();
    await (named ? fail(`supervision-lens: ${path}: ${reason}`) : taker.skipped(shown(path), reason));
  };
  // The records are read with the default configuration then, which isn't what was asked for: an error.
  const tellTroubles = async (): Promise<void> => {
    for (const trouble of configurations.troubles.slice(troublesTold)) {
      troublesTold++;
      await progress.clear();
      await fail(troubleLine(trouble));
    }
  };
  const readAll = async (readers: RecordReaders): Promise<void> => {
    const peeks: (Peek | undefined)[] = [];
    if (files.length > 1) {
      for await (const [, peek] of readInOrder(files, readers, readers.peek)) {
        if (host.stopped() !== undefined) return;
        peeks.push(peek);
        await progress.update(0, files.length);
      }
    }
    if (redactor !== undefined)
      for (const { file } of files) redactor.learn((await configurations.find(file)).configuration.key);
    const earlier = findEarlier(files, peeks);
    const tasks = files.map((file, index) => ({
      file,
      path: shown(file.path),
      name: shown(names.get(file.path) ?? file.path),
      before: earlier.get(file),
      earlier: peeks[index]?.isKeyed === true ? allEarlier(earlier.get(file), earlier) : [],
    }));
    progress.begin();
    const lost = sortByPath(unfound);
    const tellLost = async (until: string | undefined): Promise<void> => {
      for (let next = lost[0]; next !== undefined; next = lost[0]) {
        if (until !== undefined && next.path >= until) return;
        lost.shift();
        await tellUnread(next.path, next.named, next.why);
      }
    };
    let done = 0;
    for await (const [{ file, path, name }, read] of readInOrder(tasks, readers, readers.read)) {
      if (host.stopped() !== undefined) return;
      await tellLost(file.path);
      if (read === 'passed-over') passedOver++;
      else if ('reason' in read) await tellUnread(file.path, file.named, read);
      else {
        const { configuration } = await configurations.find(file.file);
        await tellTroubles();
        index.add(file.path, read, configuration);
        if (writesOver) await progress.clear();
        await taker.record(file, read, { path, name, configuration });
      }
      await progress.update(++done, files.length);
    }
    await tellLost(undefined);
  };

  const readers =
    host.workers !== undefined && host.workers.count > 1 && files.length >= worthWorkers
      ? createPoolReaders(host.workers, job)
      : createLocalReaders(knowledge, job);
  try {
    await stoppable(readAll(readers), host);
  } finally {
    await progress.clear();
    await readers.stop();
  }
  const gathered = host.stopped() === undefined ? index.end() : undefined;
  return { exit, passedOver, troubles: configurations.troubles, gathered };
}

/** How far back a run is looked through for names of the private file. */
const mostEarlier = 50;

/** The files before one in its run, the newest first. */
function allEarlier(
  file: FoundFile | undefined,
  before: ReadonlyMap<FoundFile, FoundFile>,
): readonly FoundFile[] {
  const found: FoundFile[] = [];
  let next = file && before.get(file);
  while (next !== undefined && found.length < mostEarlier) {
    found.push(next);
    next = before.get(next);
  }
  return found;
}

/** Waits for the work, or for the word to stop, whichever comes first. */
async function stoppable(work: Promise<void>, host: CommandHost): Promise<void> {
  // What comes after the word to stop is of no interest.
  const quiet = work.catch((error: unknown) => {
    if (host.stopped() === undefined) throw error;
  });
  await Promise.race([quiet, host.whenStopped]);
}
