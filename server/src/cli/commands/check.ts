import { severities, type Severity } from '../../balance/rule.ts';
import { loadKnowledge, type Knowledge } from '../../knowledge/knowledge.ts';
import type { CheckOptions } from '../arguments.ts';
import { stoppedExit, type CommandHost } from '../command-host.ts';
import type { CheckWriter } from '../output/check-writer.ts';
import { createEntryOptions } from '../output/entry-options.ts';
import type { EntryOptions } from '../output/record-entry.ts';
import { createOutputRedactor, type OutputRedactor } from '../output/redact-output.ts';
import { createJsonWriter, createNdjsonWriter } from '../output/write-json.ts';
import { createSarifWriter } from '../output/write-sarif.ts';
import { createTextWriter } from '../output/write-text.ts';
import { readRecords } from '../records/read-records.ts';
import type { RecordJob } from '../records/record-job.ts';
import { createTerminalStyle } from '../terminal/terminal-style.ts';

/**
 * Reads records and writes what they show. Resolves with the exit code: 2 where something that was named can't
 * be read or a configuration file can't be used (what can be read is still written), else 1 where a finding
 * reaches `failOn`, else 0; 130 after Ctrl-C.
 */
export async function check(options: CheckOptions, host: CommandHost): Promise<number> {
  const knowledge = await loadKnowledge(host.loadData);
  const redactor = options.redact ? createOutputRedactor(knowledge.identifiers) : undefined;
  const plainWriter = createWriter(options, host, knowledge, redactor);
  const writer = redactor?.wrap(plainWriter) ?? plainWriter;
  let reached = false;
  const read = await readRecords(
    { paths: options.paths, job: jobOf(options, host), knowledge, host, redactor },
    {
      async record(_file, { made, worst }, { path, name }) {
        reached ||= reaches(worst, options.failOn);
        if (made.kind === 'text') await writer.record(path, name, made);
      },
      skipped: (path, reason) => writer.skipped({ path, reason }),
    },
  );
  const stopped = host.stopped();
  // What has begun to be written is finished: no half documents.
  if (stopped !== undefined || read.gathered === undefined) return stoppedExit[stopped ?? 'interrupted'];
  for (const { findings } of read.gathered.runs)
    reached ||= findings.some(({ severity }) => reaches(severity, options.failOn));
  const exit = read.exit === 2 ? 2 : reached ? 1 : 0;
  const { passedOver, troubles, gathered } = read;
  await writer.end({ exit, passedOver, troubles, ...gathered });
  const late = host.stopped();
  return late === undefined ? exit : stoppedExit[late];
}

function jobOf(options: CheckOptions, host: CommandHost): RecordJob {
  const { format, all, redact, decide, withPeople } = options;
  const common = { cwd: host.cwd, all, redact };
  if (format === 'sarif') return { ...common, make: format };
  if (format !== 'text') return { ...common, make: format, decide, withPeople };
  const { hasColour, width } = createTerminalStyle(host);
  return { ...common, make: format, hasColour, width };
}

function reaches(severity: Severity | undefined, level: Severity | undefined): boolean {
  if (severity === undefined || level === undefined) return false;
  return severities.indexOf(severity) >= severities.indexOf(level);
}

function createWriter(
  options: CheckOptions,
  host: CommandHost,
  knowledge: Knowledge,
  redactor: OutputRedactor | undefined,
): CheckWriter {
  const { output, version } = host;
  const entryOptions = (): EntryOptions =>
    createEntryOptions({ ...options, cwd: host.cwd }, knowledge, redactor);
  switch (options.format) {
    case 'json':
      return createJsonWriter(output, entryOptions());
    case 'ndjson':
      return createNdjsonWriter(output, entryOptions());
    case 'sarif':
      return createSarifWriter(output, knowledge.messages, version);
    case 'text':
      return createTextWriter(output, createTerminalStyle(host), knowledge.messages);
  }
}
