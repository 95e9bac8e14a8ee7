import { outputVersion, type RecordEntry, type RunEntry, type SkippedEntry } from './check-output.ts';
import type { CheckedRecord, CheckSummary, CheckWriter } from './check-writer.ts';
import type { OutputStream } from '../command-host.ts';
import { toRecordEntry, type EntryOptions } from './record-entry.ts';
import { toRunEntry } from './run-entry.ts';

/** One JSON document, written at the end; each record stands on a line of its own. */
export function createJsonWriter(output: OutputStream, options: EntryOptions): CheckWriter {
  // Kept as text: far smaller than what it was made from.
  const records: string[] = [];
  const skipped: SkippedEntry[] = [];
  const names = new Map<string, string>();
  return {
    record({ path, name, analysis }) {
      names.set(path, name);
      records.push(JSON.stringify(entryOf({ path, name, analysis }, options)));
      return Promise.resolve();
    },
    skipped(entry) {
      skipped.push(entry);
      return Promise.resolve();
    },
    async end(summary) {
      await output.write(`{\n"version": ${outputVersion},\n"records": [`);
      for (const [index, record] of records.entries())
        await output.write(`${index === 0 ? '\n' : ',\n'}${record}`);
      const runs = runEntries(summary, names, options).map((run) => `\n${JSON.stringify(run)}`);
      const list = skipped.map((entry) => `\n${JSON.stringify(entry)}`).join(',');
      await output.write(`],\n"runs": [${runs.join(',')}],\n"skipped": [${list}]\n}\n`);
    },
  };
}

/** One JSON object a line, written as it comes; runs come last. */
export function createNdjsonWriter(output: OutputStream, options: EntryOptions): CheckWriter {
  const names = new Map<string, string>();
  const line = (entry: string, content: object): Promise<void> =>
    output.write(`${JSON.stringify({ version: outputVersion, entry, ...content })}\n`);
  return {
    record({ path, name, analysis }) {
      names.set(path, name);
      return line('record', entryOf({ path, name, analysis }, options));
    },
    skipped: (entry) => line('skipped', entry),
    async end(summary) {
      for (const run of runEntries(summary, names, options)) await line('run', run);
    },
  };
}

function entryOf({ path, name, analysis }: CheckedRecord, options: EntryOptions): RecordEntry {
  const entry = toRecordEntry(path, name, analysis, options);
  return options.redact === undefined ? entry : options.redact(entry, analysis.record);
}

function runEntries(
  { runs, titles }: CheckSummary,
  names: ReadonlyMap<string, string>,
  { cwd, keyText }: EntryOptions,
): RunEntry[] {
  const nameOf = (path: string): string => names.get(path) ?? path;
  return runs.map((run) => toRunEntry(run, { cwd, keyText, nameOf, titles }));
}
