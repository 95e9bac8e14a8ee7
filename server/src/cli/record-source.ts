import { createAnalyser, type Analysis } from '../analysis/analyse.ts';
import type { Configuration } from '../configuration/configuration.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { createConfigurationFinder, type ConfigurationTrouble } from './find-configuration.ts';
import type { FoundFile } from './find-files.ts';
import { readTextFile, type Unread } from './read-text-file.ts';

/** What became of a file: an analysis, or why there is none; `passed-over` is Markdown that isn't a record. */
export type RecordReading =
  { readonly analysis: Analysis; readonly configuration: Configuration } | Unread | 'passed-over';

/** Reads and analyses files under the configuration in force for each. */
export interface RecordSource {
  /** Never rejects. */
  read: (entry: FoundFile) => Promise<RecordReading>;
  /** What was wrong with configuration files so far. */
  readonly troubles: readonly ConfigurationTrouble[];
}

/** From so many characters on it pays to look at a file's top alone before all of it is read. */
const worthALook = 32_768;

/** Makes a source; `all`: what isn't recognised as a record is read too. */
export function createRecordSource(knowledge: Knowledge, cwd: string, all: boolean): RecordSource {
  const analyser = createAnalyser(knowledge);
  const configurations = createConfigurationFinder(cwd, knowledge.messages);
  return {
    troubles: configurations.troubles,
    async read({ file, named }) {
      const content = await readTextFile(file);
      if ('reason' in content) return content;
      try {
        const { text } = content;
        const anyway = named || all;
        if (!anyway && text.length > worthALook && !analyser.recognises(text)) return 'passed-over';
        const { record } = analyser.read(text);
        if (!anyway && !record.recognition.recognised) return 'passed-over';
        const configuration = await configurations.find(file);
        return { analysis: analyser.analyseRecord(record, configuration), configuration };
      } catch (error) {
        // A fault of ours in one record doesn't cost the others. Its message might quote the record.
        return { reason: 'fault', code: error instanceof Error ? error.name : 'error' };
      }
    },
  };
}
