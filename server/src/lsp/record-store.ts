import type { CancellationToken, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { BesideFile } from '../annotations/read-marks.ts';
import type { Analyser } from '../analysis/analyse.ts';
import type { DisplaySettings } from '../features/display-settings.ts';
import type { ReadDocument } from '../features/read-document.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { ReadingCache } from '../record/read-record.ts';
import type { Configuration } from '../configuration/configuration.ts';
import { matchesPatterns } from './path-patterns.ts';

/** The open records, each read once for each version. */
export interface RecordStore {
  /** See `FeatureContext.readRecord`. */
  readonly readRecord: (uri: string, token?: CancellationToken) => Promise<ReadDocument | undefined>;
  /** See `FeatureContext.readAnyway`. */
  readonly readAnyway: (uri: string) => Promise<ReadDocument | undefined>;
  /** Forgets the readings (configuration or settings have changed), not what blocks were read as. */
  invalidate: () => void;
  /** Forgets one reading: what is kept beside the record has changed. */
  forget: (uri: string) => void;
  close: (uri: string) => void;
}

/** What a store is made of. */
export interface RecordStoreParts {
  readonly documents: TextDocuments<TextDocument>;
  readonly knowledge: () => Promise<Knowledge>;
  readonly analyser: () => Promise<Analyser>;
  readonly configuration: (uri: string) => Promise<Configuration>;
  /** The marks in the file beside a record. */
  readonly marks: (uri: string) => Promise<BesideFile | undefined>;
  readonly settings: () => Promise<DisplaySettings>;
  readonly nextTurn: () => Promise<void>;
}

interface Entry {
  readonly version: number;
  /** Compared too: a document may be opened again under the version that it had, with another text. */
  readonly text: string;
  readonly read: ReadDocument | undefined;
}

export function createRecordStore(parts: RecordStoreParts): RecordStore {
  const { documents } = parts;
  const entries = new Map<string, Entry>();
  const caches = new Map<string, ReadingCache>();
  let generation = 0;

  const read = async (
    uri: string,
    anyway: boolean,
    token?: CancellationToken,
  ): Promise<ReadDocument | undefined> => {
    const started = generation;
    const [knowledge, analyser, settings, configuration, beside] = await Promise.all([
      parts.knowledge(),
      parts.analyser(),
      parts.settings(),
      parts.configuration(uri),
      parts.marks(uri),
    ]);
    // Edits that are waiting are taken in first, so that only the newest text is ever read.
    await parts.nextTurn();
    const document = documents.get(uri);
    if (document?.languageId !== 'markdown' || token?.isCancellationRequested === true) return undefined;
    const text = document.getText();
    const known = entries.get(uri);
    if (known?.version === document.version && known.text === text && (known.read !== undefined || !anyway))
      return known.read;
    const pathMatches = matchesPatterns(uri, settings.recordPaths);
    if (!anyway && !pathMatches && !analyser.recognises(text)) {
      entries.set(uri, { version: document.version, text, read: undefined });
      caches.delete(uri);
      return undefined;
    }
    const cache = caches.get(uri);
    const { cache: next, ...analysis } = analyser.analyse(text, {
      configuration,
      pathMatches,
      beside,
      ...(cache === undefined ? {} : { cache }),
    });
    caches.set(uri, next);
    const result: ReadDocument = { document, analysis, configuration, knowledge, settings };
    const recognised = analysis.record.recognition.recognised;
    if (started === generation)
      entries.set(uri, { version: document.version, text, read: recognised ? result : undefined });
    return recognised || anyway ? result : undefined;
  };

  return {
    readRecord: (uri, token) => read(uri, false, token),
    readAnyway: (uri) => read(uri, true),
    invalidate() {
      generation++;
      entries.clear();
    },
    forget(uri) {
      generation++;
      entries.delete(uri);
    },
    close(uri) {
      entries.delete(uri);
      caches.delete(uri);
    },
  };
}
