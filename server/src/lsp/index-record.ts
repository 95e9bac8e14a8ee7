import { URI, Utils } from 'vscode-uri';
import type { BesideFile } from '../annotations/read-marks.ts';
import type { Analyser, Analysis } from '../analysis/analyse.ts';
import type { Configuration } from '../configuration/configuration.ts';
import { placeRecord } from '../configuration/place-record.ts';
import type { DisplaySettings } from '../features/display-settings.ts';
import type { ReadDocument } from '../features/read-document.ts';
import type { IndexedRecord } from '../features/workspace/workspace-index.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { listRecord } from '../runs/record-listing.ts';
import { matchesPatterns } from './path-patterns.ts';
import { pathBelow } from './uri-keys.ts';

/** What reading a record for the index needs of the server. */
export interface IndexRecordParts {
  readonly knowledge: () => Promise<Knowledge>;
  readonly analyser: () => Promise<Analyser>;
  readonly settings: () => Promise<DisplaySettings>;
  readonly configuration: (uri: string) => Promise<Configuration>;
  readonly configurationUri: (
    uri: string,
  ) => Promise<{ readonly uri: string; readonly exists: boolean } | undefined>;
  /** The open document under an address, read; undefined: it isn't a record. */
  readonly readOpen: (uri: string) => Promise<ReadDocument | undefined>;
  /** Under which address a file is open in the editor. */
  readonly openUri: (key: string) => string | undefined;
  readonly readText: (uri: string) => Promise<{ readonly text: string } | undefined>;
  /** The marks in the file beside a record. */
  readonly marks: (uri: string) => Promise<BesideFile | undefined>;
  readonly folderOf: (uri: string) => string | undefined;
  readonly nextTurn: () => Promise<void>;
}

/** A file as the index sees it: no record, a record that no list may show, or one with its summary. */
export type IndexReading = 'no-record' | 'limited' | IndexedRecord;

/** Reads a file for the index: as it is in the editor where it's open, else from disk, by its top first. */
export async function indexRecord(key: string, parts: IndexRecordParts): Promise<IndexReading> {
  const read = await readAnalysis(key, parts);
  if (read === undefined) return 'no-record';
  const { analysis, configuration } = read;
  const located = await parts.configurationUri(key);
  const folder = parts.folderOf(key);
  const scope = located?.exists === true ? Utils.dirname(URI.parse(located.uri)).toString() : (folder ?? '');
  const path = pathBelow(scope, key)?.split('/') ?? [key];
  const place = placeRecord(key, scope, path.map(decodeURIComponent), configuration);
  const summary = (await parts.analyser()).summarise(analysis, place);
  if (summary === undefined) return 'limited';
  return { uri: key, summary, listing: listRecord(analysis.record), configuration };
}

async function readAnalysis(
  key: string,
  parts: IndexRecordParts,
): Promise<{ readonly analysis: Analysis; readonly configuration: Configuration } | undefined> {
  const open = parts.openUri(key);
  if (open !== undefined) return parts.readOpen(open);
  const [analyser, settings, configuration, file] = await Promise.all([
    parts.analyser(),
    parts.settings(),
    parts.configuration(key),
    parts.readText(key),
  ]);
  if (file === undefined) return undefined;
  // Whoever is writing or asking goes first.
  await parts.nextTurn();
  const pathMatches = matchesPatterns(key, settings.recordPaths);
  if (!pathMatches && !analyser.recognises(file.text)) return undefined;
  const beside = await parts.marks(key);
  const { record } = analyser.read(file.text, { pathMatches, beside });
  if (!record.recognition.recognised) return undefined;
  return { analysis: analyser.analyseRecord(record, configuration), configuration };
}
