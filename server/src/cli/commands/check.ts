import { performance } from 'node:perf_hooks';
import { severities, type Severity } from '../../balance/rule.ts';
import { loadKnowledge, type Knowledge } from '../../knowledge/knowledge.ts';
import type { CheckOptions } from '../arguments.ts';
import type { CheckWriter } from '../output/check-writer.ts';
import { reportProblem, stoppedExit, type CommandHost } from '../command-host.ts';
import { troubleLine } from '../files/find-configuration.ts';
import { findFiles, sortByPath } from '../files/find-files.ts';
import { createHeaderText } from '../output/header-text.ts';
import { createInitials } from '../output/initials.ts';
import { createProgress } from '../terminal/progress.ts';
import { describeUnread, type Unread } from '../files/read-text-file.ts';
import { createOutputRedactor, type OutputRedactor } from '../output/redact-output.ts';
import type { EntryOptions } from '../output/record-entry.ts';
import { nameRecords } from '../files/record-names.ts';
import { createRecordSource } from '../records/record-source.ts';
import { createRunIndex } from '../records/run-index.ts';
import { createTerminalStyle } from '../terminal/terminal-style.ts';
import { createJsonWriter, createNdjsonWriter } from '../output/write-json.ts';
import { createSarifWriter } from '../output/write-sarif.ts';
import { createTextWriter } from '../output/write-text.ts';

/**
 * Reads records and writes what they show. Resolves with the exit code: 2 where something that was named can't
 * be read or a configuration file can't be used (what can be read is still written), else 1 where a finding
 * reaches `failOn`, else 0; 130 after Ctrl-C.
 */
export async function check(options: CheckOptions, host: CommandHost): Promise<number> {
  const knowledge = await loadKnowledge(host.loadData);
  const { messages } = knowledge;
  const { files, unfound } = await findFiles(options.paths, host.cwd);
  const names = nameRecords(files.map(({ path }) => path));
  const progress = createProgress(host.errors, messages, () => performance.now());
  const source = createRecordSource(knowledge, host.cwd, options.all);
  const index = createRunIndex(files, source, messages);
  const redactor = options.redact ? createOutputRedactor(knowledge.identifiers) : undefined;
  const plainWriter = createWriter(options, host, knowledge, redactor);
  const writer = redactor?.wrap(plainWriter) ?? plainWriter;
  let exit: 0 | 1 | 2 = 0;
  let passedOver = 0;
  let troublesTold = 0;

  const fail = async (line: string): Promise<void> => {
    exit = 2;
    await progress.clear();
    await reportProblem(host, line);
  };
  /** An error where it was named, `skipped` where it was found in a folder. */
  const tellUnread = async (path: string, named: boolean, why: Unread): Promise<void> => {
    const reason = describeUnread(why, messages);
    if (named) return fail(`supervision-lens: ${path}: ${reason}`);
    await progress.clear();
    await writer.skipped({ path, reason });
  };

  for (const [position, entry] of sortByPath([...files, ...unfound]).entries()) {
    if (host.stopped() !== undefined) break;
    await progress.update(position, files.length);
    if ('why' in entry) {
      await tellUnread(entry.path, entry.named, entry.why);
      continue;
    }
    const read = await source.read(entry);
    // The records are read with the default configuration then, which isn't what was asked for: an error.
    while (troublesTold < source.troubles.length) {
      const trouble = source.troubles[troublesTold++];
      if (trouble !== undefined) await fail(troubleLine(trouble));
    }
    if (read === 'passed-over') passedOver++;
    else if ('reason' in read) await tellUnread(entry.path, entry.named, read);
    else {
      const analysis = await index.add(entry, read);
      if (exit === 0 && reaches(analysis.findings, options.failOn)) exit = 1;
      await progress.clear();
      await writer.record({
        path: entry.path,
        name: names.get(entry.path) ?? entry.path,
        analysis,
      });
    }
  }
  await progress.clear();
  // What has begun to be written is finished: no half documents.
  if (host.stopped() === undefined) {
    const gathered = index.end();
    for (const { findings } of gathered.runs) if (exit === 0 && reaches(findings, options.failOn)) exit = 1;
    await writer.end({ exit, passedOver, troubles: source.troubles, ...gathered });
  }
  const stopped = host.stopped();
  return stopped === undefined ? exit : stoppedExit[stopped];
}

function reaches(
  findings: readonly { readonly severity: Severity }[],
  failOn: Severity | undefined,
): boolean {
  if (failOn === undefined) return false;
  return findings.some(({ severity }) => severities.indexOf(severity) >= severities.indexOf(failOn));
}

function createWriter(
  options: CheckOptions,
  host: CommandHost,
  knowledge: Knowledge,
  redactor: OutputRedactor | undefined,
): CheckWriter {
  const { output, version } = host;
  switch (options.format) {
    case 'json':
      return createJsonWriter(output, entryOptions(options, host.cwd, knowledge, redactor));
    case 'ndjson':
      return createNdjsonWriter(output, entryOptions(options, host.cwd, knowledge, redactor));
    case 'sarif':
      return createSarifWriter(output, knowledge.messages, version);
    case 'text':
      return createTextWriter(output, createTerminalStyle(host), knowledge.messages);
  }
}

/** Names in headers are given as initials unless they were asked for (spec section 6). */
function entryOptions(
  { decide, withPeople }: CheckOptions,
  cwd: string,
  { vocabulary }: Knowledge,
  redactor: OutputRedactor | undefined,
): EntryOptions {
  const initials = createInitials(vocabulary);
  return {
    decide,
    cwd,
    ...(redactor === undefined ? {} : { redact: redactor.entry }),
    keyText(by, name) {
      if (by === 'person' && !withPeople) return initials(name) || '?';
      return redactor?.text(name) ?? name;
    },
    headerText: createHeaderText(vocabulary, withPeople),
  };
}
