import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { outputVersion, type RecordEntry, type RunEntry, type SkippedEntry } from './check-output.ts';
import type { CheckedRecord, CheckSummary, CheckWriter } from './check-writer.ts';
import type { OutputStream } from '../command-host.ts';
import { toRecordEntry, type EntryOptions } from './record-entry.ts';
import { toRunEntry } from './run-entry.ts';

/** A record of the JSON document. */
export function writeJsonRecord(checked: CheckedRecord, options: EntryOptions): string {
  return JSON.stringify(entryOf(checked, options));
}

/** A record as a line of its own. */
export function writeJsonLine(checked: CheckedRecord, options: EntryOptions): string {
  return lineOf('record', entryOf(checked, options));
}

/** One JSON document, written at the end; each record stands on a line of its own. */
export function createJsonWriter(output: OutputStream, options: EntryOptions): CheckWriter {
  // Kept packed: a large programme's records would fill the memory.
  const records: Uint8Array[] = [];
  const skipped: SkippedEntry[] = [];
  const names = new Map<string, string>();
  return {
    record(path, name, { text }) {
      names.set(path, name);
      records.push(deflateRawSync(text, { level: 1 }));
      return Promise.resolve();
    },
    skipped(entry) {
      skipped.push(entry);
      return Promise.resolve();
    },
    async end(summary) {
      await output.write(`{\n"version": ${outputVersion},\n"records": [`);
      for (const [index, record] of records.entries())
        await output.write(`${index === 0 ? '\n' : ',\n'}${inflateRawSync(record).toString('utf8')}`);
      const runs = runEntries(summary, names, options).map((run) => `\n${JSON.stringify(run)}`);
      const list = skipped.map((entry) => `\n${JSON.stringify(entry)}`).join(',');
      await output.write(`],\n"runs": [${runs.join(',')}],\n"skipped": [${list}]\n}\n`);
    },
  };
}

/** One JSON object a line, written as it comes; runs come last. */
export function createNdjsonWriter(output: OutputStream, options: EntryOptions): CheckWriter {
  const names = new Map<string, string>();
  return {
    record(path, name, { text }) {
      names.set(path, name);
      return output.write(text);
    },
    skipped: (entry) => output.write(lineOf('skipped', entry)),
    async end(summary) {
      for (const run of runEntries(summary, names, options)) await output.write(lineOf('run', run));
    },
  };
}

function lineOf(entry: string, content: object): string {
  return `${JSON.stringify({ version: outputVersion, entry, ...content })}\n`;
}

function entryOf({ path, name, analysis }: CheckedRecord, options: EntryOptions): RecordEntry {
  const entry = toRecordEntry(path, name, analysis, options);
  return options.redact === undefined ? entry : options.redact(entry, analysis);
}

function runEntries(
  { runs, titles }: CheckSummary,
  names: ReadonlyMap<string, string>,
  { cwd, keyText }: EntryOptions,
): RunEntry[] {
  const nameOf = (path: string): string => names.get(path) ?? path;
  return runs.map((run) => toRunEntry(run, { cwd, keyText, nameOf, titles }));
}
