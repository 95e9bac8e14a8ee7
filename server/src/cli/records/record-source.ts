import { relative, sep } from 'node:path';
import { commentsSuffix } from '../../annotations/annotation-page.ts';
import { readBeside, type BesideFile } from '../../annotations/read-marks.ts';
import { createAnalyser, type Analysis } from '../../analysis/analyse.ts';
import type { Configuration } from '../../configuration/configuration.ts';
import { placeRecord } from '../../configuration/place-record.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { recordTop, untilSecondHeading } from '../../record/record-top.ts';
import { headerValue } from '../../record/record.ts';
import type { RecordSummary, SummaryParts } from '../../runs/record-summary.ts';
import { runKeyOf, type RunKey } from '../../runs/run-key.ts';
import { createConfigurationFinder, type ConfigurationTrouble } from '../files/find-configuration.ts';
import type { FoundFile } from '../files/find-files.ts';
import { readTextFile, type Unread } from '../files/read-text-file.ts';

/** What became of a file: an analysis, or why there is none; `passed-over` is Markdown that isn't a record. */
export type RecordReading = ReadRecord | Unread | 'passed-over';

/** A record that was read. */
export interface ReadRecord {
  readonly analysis: Analysis;
  readonly configuration: Configuration;
  /** Undefined: it is in no run. */
  readonly summary: RecordSummary | undefined;
}

/** Reads and analyses files under the configuration in force for each. */
export interface RecordSource {
  /** Never rejects. */
  read: (entry: FoundFile) => Promise<RecordReading>;
  /** A file's run and day from its top alone; undefined where it isn't a record, or can't be read. */
  peek: (entry: FoundFile) => Promise<Peek | undefined>;
  /** The analysis of a record judged after another. */
  judgeAfter: (
    analysis: Analysis,
    before: Pick<RecordSummary, 'profile' | 'date' | 'called'>,
    configuration: Configuration,
  ) => Analysis;
  /** What was wrong with configuration files so far. */
  readonly troubles: readonly ConfigurationTrouble[];
}

/** Whose run a record is in, and when. */
export interface Peek {
  readonly scope: string;
  readonly run: RunKey;
  /** ISO day. */
  readonly date: string;
  /** A private file holds for it: what its run called people before matters. */
  readonly isKeyed: boolean;
}

/** From so many characters on it pays to look at a file's top alone before all of it is read. */
const worthALook = 32_768;

/** Makes a source; `all`: what isn't recognised as a record is read too. */
export function createRecordSource(knowledge: Knowledge, cwd: string, all: boolean): RecordSource {
  const analyser = createAnalyser(knowledge);
  const configurations = createConfigurationFinder(cwd, knowledge.messages);
  return {
    troubles: configurations.troubles,
    judgeAfter: (analysis, before, configuration) =>
      before.date === undefined
        ? analysis
        : analyser.judgeAfter(analysis, { ...before, date: before.date }, configuration),
    async peek(entry) {
      const content = await readTextFile(entry.file);
      if ('reason' in content) return undefined;
      const top = recordTop(content.text);
      let { record } = analyser.read(untilSecondHeading(top));
      if (record.recognition.origin === 'content') ({ record } = analyser.read(top));
      if (!entry.named && !all && !record.recognition.recognised) return undefined;
      const { configuration, folder } = await configurations.find(entry.file);
      const place = placeOf(entry, configuration, folder);
      const run = runKeyOf(record, place);
      const date = headerValue(record, 'date')?.value ?? '';
      return run === undefined || !/^\d{4}-\d\d-\d\d$/.test(date)
        ? undefined
        : { scope: place.scope, run, date, isKeyed: configuration.key !== undefined };
    },
    async read(entry) {
      const { file, named } = entry;
      const content = await readTextFile(file);
      if ('reason' in content) return content;
      try {
        const { text } = content;
        const anyway = named || all;
        if (!anyway && text.length > worthALook && !analyser.recognises(text)) return 'passed-over';
        const plain = analyser.read(text);
        let { record } = plain;
        if (!anyway && !record.recognition.recognised) return 'passed-over';
        const beside = await readFileBeside(file);
        if (beside !== undefined) ({ record } = analyser.read(text, { beside, cache: plain.cache }));
        const { configuration, folder } = await configurations.find(file);
        const analysis = analyser.analyseRecord(record, configuration);
        const summary = analyser.summarise(analysis, placeOf(entry, configuration, folder));
        return { analysis, configuration, summary };
      } catch (error) {
        // A fault of ours in one record doesn't cost the others. Its message might quote the record.
        return { reason: 'fault', code: error instanceof Error ? error.name : 'error' };
      }
    },
  };
}

/** The marks in the file beside a record, as the editor reads them. */
async function readFileBeside(record: string): Promise<BesideFile | undefined> {
  const file = await readTextFile(`${record}${commentsSuffix}`);
  if ('text' in file) return readBeside(file.text);
  // A file that is there and can't be read isn't taken for none.
  return file.reason === 'missing' ? undefined : { items: [], problem: '1:1' };
}

/** Where a record stands: its scope is the folder of its configuration, else the one that was named (spec section 1). */
function placeOf(
  { file, path, folder: named }: FoundFile,
  configuration: Configuration,
  folder: string | undefined,
): SummaryParts['place'] {
  const scope = folder ?? named;
  const within = relative(scope, file).split(sep);
  return placeRecord(path, scope, within, configuration);
}
