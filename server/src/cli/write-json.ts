import { outputVersion, type SkippedEntry } from './check-output.ts';
import type { CheckWriter } from './check-writer.ts';
import type { OutputStream } from './command-host.ts';
import { toRecordEntry, type EntryOptions } from './record-entry.ts';

/** One JSON document, written at the end; each record stands on a line of its own. */
export function createJsonWriter(output: OutputStream, options: EntryOptions): CheckWriter {
  // Kept as text: far smaller than what it was made from.
  const records: string[] = [];
  const skipped: SkippedEntry[] = [];
  return {
    record({ path, name, analysis }) {
      records.push(JSON.stringify(toRecordEntry(path, name, analysis, options)));
      return Promise.resolve();
    },
    skipped(entry) {
      skipped.push(entry);
      return Promise.resolve();
    },
    async end() {
      await output.write(`{\n"version": ${outputVersion},\n"records": [`);
      for (const [index, record] of records.entries())
        await output.write(`${index === 0 ? '\n' : ',\n'}${record}`);
      const list = skipped.map((entry) => `\n${JSON.stringify(entry)}`).join(',');
      await output.write(`],\n"runs": [],\n"skipped": [${list}]\n}\n`);
    },
  };
}

/** One JSON object a line, written as it comes. */
export function createNdjsonWriter(output: OutputStream, options: EntryOptions): CheckWriter {
  const line = (entry: string, content: object): Promise<void> =>
    output.write(`${JSON.stringify({ version: outputVersion, entry, ...content })}\n`);
  return {
    record: ({ path, name, analysis }) => line('record', toRecordEntry(path, name, analysis, options)),
    skipped: (entry) => line('skipped', entry),
    end: () => Promise.resolve(),
  };
}
