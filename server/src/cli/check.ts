import { performance } from 'node:perf_hooks';
import { createAnalyser, type Analyser } from '../analysis/analyse.ts';
import { messageIn, type Messages } from '../balance/messages.ts';
import { severities, type Severity } from '../balance/rule.ts';
import { loadKnowledge, type Knowledge } from '../knowledge/knowledge.ts';
import { fillMessage } from '../text/message.ts';
import type { CheckOptions } from './arguments.ts';
import type { CheckedRecord, CheckWriter } from './check-writer.ts';
import { reportProblem, stoppedExit, type CommandHost } from './command-host.ts';
import { createConfigurationFinder, type ConfigurationFinder, type ConfigurationTrouble } from './find-configuration.ts';
import { findFiles, type FoundFile, type Unfound } from './find-files.ts';
import { createInitials } from './initials.ts';
import { createProgress } from './progress.ts';
import type { EntryOptions } from './record-entry.ts';
import { nameRecords } from './record-names.ts';
import { readTextFile } from './read-text-file.ts';
import { createTerminalStyle } from './terminal-style.ts';
import { createJsonWriter, createNdjsonWriter } from './write-json.ts';
import { createSarifWriter } from './write-sarif.ts';
import { createTextWriter } from './write-text.ts';

/** Reads records and writes what they show. Resolves with the exit code (spec section 6; 2 beats 1). */
export async function check(options: CheckOptions, host: CommandHost): Promise<number> {
  const knowledge = await loadKnowledge(host.loadData);
  const { messages } = knowledge;
  const { files, unfound } = await findFiles(options.paths, host.cwd);
  const names = nameRecords(files.map(({ path }) => path));
  const progress = createProgress(host.errors, messages, () => performance.now());
  const reader = createFileReader(knowledge, createConfigurationFinder(host.cwd, messages), options);
  const writer = createWriter(options, host, knowledge);
  let exit: 0 | 1 | 2 = 0;
  let passedOver = 0;

  /** An error for what was named, `skipped` for what was found in a folder. */
  const tellUnread = async (path: string, named: boolean, reason: string): Promise<void> => {
    await progress.clear();
    if (!named) return writer.skipped({ path, reason });
    exit = 2;
    return reportProblem(host, `supervision-lens: ${path}: ${reason}`);
  };

  for (const [index, entry] of mergeByPath(files, unfound).entries()) {
    if (host.stopped() !== undefined) break;
    await progress.update(index, files.length);
    if ('reason' in entry) {
      await tellUnread(entry.path, entry.named, describeUnread(messages, entry.reason, entry.code));
      continue;
    }
    const read = await reader.read(entry);
    // What is wrong with a configuration is told before the first record that it would have been for. It is an
    // error: the records are read with the default instead, which isn't what was asked for.
    for (const trouble of reader.newTroubles()) {
      exit = 2;
      await progress.clear();
      await reportProblem(host, troubleLine(trouble));
    }
    if (read === 'passed-over') passedOver++;
    else if ('reason' in read) await tellUnread(entry.path, entry.named, describeUnread(messages, read.reason, read.code));
    else {
      if (exit === 0 && reaches(read.analysis, options.failOn)) exit = 1;
      await progress.clear();
      await writer.record({ path: entry.path, name: names.get(entry.path) ?? entry.path, analysis: read.analysis });
    }
  }
  await progress.clear();
  const stopped = host.stopped();
  if (stopped !== undefined) return stoppedExit[stopped];
  await writer.end({ exit, passedOver, troubles: reader.troubles });
  const closed = host.stopped();
  return closed === undefined ? exit : stoppedExit[closed];
}
