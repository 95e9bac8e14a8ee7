/*
 * The custom part of the conversation between client and server: method names and shapes, once, for both
 * sides. No run-time import, so that the client can bundle it.
 */

/** What the client tells at `initialize`. Everything is optional: other editors send nothing. */
export interface InitializationOptions {
  /** The client answers {@link readDataRequest}: the server has no disk of its own (web worker). */
  readonly readsData?: boolean;
  /** The client answers {@link readFileRequest}: for files that the server can't read itself. */
  readonly readsFiles?: boolean;
  /** Where the rules' pages are kept, as a URI without a slash at the end; findings link to them. */
  readonly docsUri?: string;
  /** The client has the commands of {@link clientCommands}, so that code actions and lenses may use them. */
  readonly hasCommands?: boolean;
}

/** Server to client: the text of a file under `dist/data`. */
export const readDataRequest = 'supervisionLens/readData';
export interface ReadDataParams {
  readonly name: string;
}
/** The file's text (JSON). */
export type ReadDataResult = string;

/** Server to client: the text of a file, without a BOM; null where there is none. */
export const readFileRequest = 'supervisionLens/readFile';
export interface ReadFileParams {
  readonly uri: string;
}
export type ReadFileResult = string | null;

/** Client to server: why is this file analysed, or not, and why is nothing flagged? */
export const explainRequest = 'supervisionLens/explain';
export interface ExplainParams {
  readonly uri: string;
}
export interface ExplainResult {
  /** Markdown for a person to read. */
  readonly markdown: string;
}

/** Client to server: the templates that a new record can start from. */
export const templatesRequest = 'supervisionLens/templates';
export interface TemplateChoice {
  readonly id: string;
  readonly kind: 'supervision' | 'group' | 'log' | 'journal';
  readonly name: string;
  readonly description: string;
}
export type TemplatesResult = readonly TemplateChoice[];

/** Client to server: the text of a new record. Fields that are left out stay empty in the text. */
export const newRecordRequest = 'supervisionLens/newRecord';
export interface NewRecordParams {
  readonly template: string;
  /** ISO day. */
  readonly date: string;
  readonly person?: string;
  readonly supervisor?: string;
  readonly team?: string;
}
export interface NewRecordResult {
  readonly text: string;
  /** A name for the file, without folder, safe on every disk. */
  readonly fileName: string;
}

/** Client to server: prompts for a place in a record, the best first, each with the edit that inserts it. */
export const promptsRequest = 'supervisionLens/prompts';
export interface PromptsParams {
  readonly uri: string;
  /** 0-based, UTF-16, as in LSP. */
  readonly position: { readonly line: number; readonly character: number };
  /** The rule whose finding the prompts should answer. */
  readonly rule?: string;
}
export interface PromptChoice {
  readonly id: string;
  readonly text: string;
  /** For whom, how long, how exposing, in words. */
  readonly detail: string;
  /** Why this one. */
  readonly because: string;
  /** The document version that `edit` is for. */
  readonly version: number;
  readonly edit: {
    readonly range: {
      readonly start: { readonly line: number; readonly character: number };
      readonly end: { readonly line: number; readonly character: number };
    };
    readonly newText: string;
  };
}
export type PromptsResult = readonly PromptChoice[];

/** Server to client: the reading of an open document in words, for the status bar; sent when it changes. */
export const readingNotification = 'supervisionLens/reading';
export interface ReadingParams {
  readonly uri: string;
  readonly version: number;
  /** False for Markdown that isn't a record: show nothing. */
  readonly recognised: boolean;
  /** A few words, such as "mostly the work". Never words of the record. */
  readonly words: string;
  /** A sentence or two with the counts behind it. */
  readonly detail: string;
}

/** Commands that the client registers and that the server's code actions and lenses may name. */
export const clientCommands = {
  /** Arguments: uri (string), rule id or undefined, position (LSP). Lets the user choose a prompt. */
  choosePrompt: 'supervisionLens.choosePrompt',
  /** Arguments: uri (string). Opens the explanation of a file. */
  explainFile: 'supervisionLens.explainFile',
  /** Arguments: uri (string), position (LSP). Puts the cursor there and scrolls it into view. */
  reveal: 'supervisionLens.reveal',
} as const;
