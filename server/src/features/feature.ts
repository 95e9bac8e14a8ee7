import type {
  CancellationToken,
  ClientCapabilities,
  Connection,
  Diagnostic,
  ServerCapabilities,
} from 'vscode-languageserver';
import type { BesideFile } from '../annotations/read-marks.ts';
import type { Analyser } from '../analysis/analyse.ts';
import type { privateFileName } from '../confidentiality/key/pseudonym-key.ts';
import type { Configuration, configurationFileName } from '../configuration/configuration.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { InitializationOptions } from '../protocol.ts';
import type { DisplaySettings } from './display-settings.ts';
import type { ReadDocument } from './read-document.ts';
import type { WorkspaceIndex } from './workspace/workspace-index.ts';

/** A file of settings beside records: the configuration, or the private one with real names. */
export type SettingsFileName = typeof configurationFileName | typeof privateFileName;

/** What the client can do, as far as features care. */
export interface ClientAbilities {
  readonly capabilities: ClientCapabilities;
  readonly options: InitializationOptions;
}

/** What features are handed. */
export interface FeatureContext {
  readonly client: ClientAbilities;
  readonly knowledge: () => Promise<Knowledge>;
  readonly analyser: () => Promise<Analyser>;
  /**
   * The newest version of an open record, read; undefined for what isn't open or isn't a record. Reading waits for
   * its turn first, so that overtaken requests cost nothing. Rejects with RequestCancelled where the request was
   * cancelled meanwhile.
   */
  readonly readRecord: (uri: string, token?: CancellationToken) => Promise<ReadDocument | undefined>;
  /** As `readRecord`, for a question about a place: rejects with ContentModified where the text changes meanwhile. */
  readonly readAt: (uri: string, token?: CancellationToken) => Promise<ReadDocument | undefined>;
  /** As `readRecord`, but for any open Markdown document, whether recognised or not. */
  readonly readAnyway: (uri: string) => Promise<ReadDocument | undefined>;
  /** The newest text of a file: of the open document, else from disk; undefined where there is none. */
  readonly readText: (
    uri: string,
  ) => Promise<{ readonly text: string; readonly version: number | null } | undefined>;
  /** The marks in the file beside a record; undefined where there are none. */
  readonly marks: (uri: string) => Promise<BesideFile | undefined>;
  /** The configuration file in force for a document, or where one would be put; undefined without a folder. */
  readonly configurationUri: (
    uri: string,
    name?: SettingsFileName,
  ) => Promise<{ readonly uri: string; readonly exists: boolean } | undefined>;
  /** The records of the workspace. */
  readonly index: WorkspaceIndex;
  /** Remembers what the client was given for a document, so that it is told when that changes through its run. */
  readonly given: (uri: string, diagnostics: readonly Diagnostic[]) => void;
  /** The configuration in force for a file. */
  readonly configuration: (uri: string) => Promise<Configuration>;
  readonly settings: () => Promise<DisplaySettings>;
  /** Lets other messages have their turn. */
  readonly nextTurn: () => Promise<void>;
  /** The folder of the user's own templates for records beside a file, as a URI; null where none is configured. */
  readonly templateFolder: (uri: string) => Promise<string | null>;
  /** The documents that are open in the editor, whatever they are. */
  readonly openDocuments: () => readonly string[];
  /** Whether a document is a configuration file of the tool's. */
  readonly isConfiguration: (uri: string) => boolean;
}

/** One LSP feature: what it announces and how it answers, side by side. */
export interface Feature {
  readonly name: string;
  capabilities: (client: ClientAbilities) => Partial<ServerCapabilities>;
  /** Called once, before the connection listens. */
  register: (connection: Connection, context: () => FeatureContext) => void;
}
