/*
 * The custom part of the conversation between client and server: method names and shapes, once, for both
 * sides. It imports nothing of the server's, so that the client can bundle it; what is
 * about single passages stands in `protocol-passages.ts`, about lists and runs in `protocol-records.ts`, about comments in
 * `protocol-review.ts`, about handing on in `protocol-export.ts`.
 */

import type { ProtocolRange } from './protocol-passages.ts';
import type { RunViewFinding } from './protocol-records.ts';

export * from './protocol-export.ts';
export * from './protocol-passages.ts';
export * from './protocol-records.ts';
export * from './protocol-review.ts';

/** What the client tells at `initialize`. Everything is optional: other editors send nothing. */
export interface InitializationOptions {
  /** The client answers {@link readDataRequest}: the server has no disk of its own (web worker). */
  readonly readsData?: boolean;
  /** The client answers {@link readFileRequest}: for files that the server can't read itself. */
  readonly readsFiles?: boolean;
  /** Where the rules' pages are kept, as a URI without a slash at the end; findings link to them. */
  readonly docsUri?: string;
  /** The client answers {@link findFilesRequest}: for folders that the server can't list itself. */
  readonly findsFiles?: boolean;
  /** The client shows lists of records and wants {@link recordsChangedNotification}. */
  readonly listsRecords?: boolean;
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

/** Server to client: the addresses of the Markdown files in a folder of the workspace, and in those inside it. */
export const findFilesRequest = 'supervisionLens/findFiles';
export interface FindFilesParams {
  /** The folder's address, without a slash at the end unless it is the root of a file system. */
  readonly folder: string;
}
export type FindFilesResult = readonly string[];

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
export interface TemplatesParams {
  /** Templates of the user's own: file name without ending, and text. */
  readonly local?: readonly LocalTemplate[];
}
export interface LocalTemplate {
  readonly name: string;
  readonly text: string;
}
export interface TemplateChoice {
  readonly id: string;
  readonly kind: 'supervision' | 'group' | 'log' | 'journal';
  readonly name: string;
  readonly description: string;
  /** The text of a local template, to be sent back with {@link newRecordRequest}. */
  readonly body?: string;
}
export type TemplatesResult = readonly TemplateChoice[];

/** Client to server: the text of a new record. Fields that are left out stay empty in the text. */
export const newRecordRequest = 'supervisionLens/newRecord';
export interface NewRecordParams {
  readonly template: string;
  /** The text of a local template; the tool's own have theirs. */
  readonly body?: string;
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
  readonly edit: { readonly range: ProtocolRange; readonly newText: string };
}
export type PromptsResult = readonly PromptChoice[];

/** Client to server: text that was pasted from a word processor, made into Markdown that can be read. */
export const tidyRequest = 'supervisionLens/tidy';
export interface TidyParams {
  readonly text: string;
}
/** The tidied text; the same as the one sent where there is nothing to tidy. */
export interface TidyResult {
  readonly text: string;
}

/** Client to server: the folder of local templates that the configuration names for a document or folder, or null. */
export const templateFolderRequest = 'supervisionLens/templateFolder';
export interface TemplateFolderParams {
  /** Any file in the folder that the record is for; it needn't exist. */
  readonly uri: string;
}
export type TemplateFolderResult = string | null;

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

/** Client to server: looks at all records of the workspace, when a person asks for it. Cancellable. */
export const checkWorkspaceRequest = 'supervisionLens/checkWorkspace';
export interface CheckWorkspaceParams {
  /** Progress is reported under this token: counts only. */
  readonly workDoneToken?: string | number;
}
export interface CheckWorkspaceResult {
  /** How many records were looked at. */
  readonly records: number;
  /** What was found, in a sentence with counts. */
  readonly summary: string;
  /** Records with something to look at, by address. */
  readonly files: readonly CheckedFile[];
}
export interface CheckedFile {
  readonly uri: string;
  /** The path in its workspace folder. */
  readonly path: string;
  /** As many as are shown at a time, the most useful first. */
  readonly findings: readonly CheckedFinding[];
  /** How many more there are. */
  readonly more: number;
}
export interface CheckedFinding {
  readonly rule: string;
  readonly severity: RunViewFinding['severity'];
  readonly message: string;
  readonly range: ProtocolRange;
}

/** Client to server: an open record as it is filed: without tags, switches, comments and unanswered prompts. */
export const cleanTextRequest = 'supervisionLens/cleanText';
export interface CleanTextParams {
  readonly uri: string;
  /** `case` and `personal`: only the sections of that part, or those in `sections`. */
  readonly kind: 'all' | 'case' | 'personal';
  /** Indices of the sections that a person chose after looking at the split. */
  readonly sections?: readonly number[];
  readonly withMarks?: boolean;
}
export interface CleanTextResult {
  readonly text: string;
  /** A fragment of HTML without styles. */
  readonly html: string;
  /** How the record's sections look like being split, for a person to see before anything is copied. */
  readonly sections: readonly {
    readonly index: number;
    readonly title: string;
    readonly part: 'case' | 'personal';
    /** Who may see it is limited: it isn't offered for the case part. */
    readonly limited: boolean;
  }[];
}

/**
 * Kinds of code action of which there are too many for a menu. A client with {@link clientCommands} gets one entry for
 * each, unless it asks for the kind.
 */
export const foldedActionKinds = {
  /** Switching a finding's rule off: here, in the file, in the folder. */
  switchOff: 'quickfix.switchOff',
  /** Tagging the passage at the cursor. */
  tag: 'refactor.rewrite.culture',
} as const;

/** Commands that the client registers and that the server's code actions and lenses may name. */
export const clientCommands = {
  /** Arguments: uri (string), rule id or undefined, position (LSP). Lets the user choose a prompt. */
  choosePrompt: 'supervisionLens.choosePrompt',
  /** Arguments: uri (string), range (LSP). Lets the user choose among the {@link foldedActionKinds} there. */
  notThis: 'supervisionLens.notThis',
  /** Arguments: uri (string). Opens the explanation of a file. */
  explainFile: 'supervisionLens.explainFile',
  /** Arguments: uri (string), position (LSP). Puts the cursor there and scrolls it into view. */
  reveal: 'supervisionLens.reveal',
  /** Argument: {@link PassageArguments}. Writes the tag that says what the passage reads as. */
  agree: 'supervisionLens.agree',
  /** Argument: {@link PassageArguments}. Tags a passage as something else; without `label` the user chooses. */
  overrule: 'supervisionLens.overrule',
  /** Argument: {@link PassageArguments}. Opens all that can be said of how a passage was read. */
  askWhy: 'supervisionLens.askWhy',
  /** Argument: uri (string) of a file of marks that was just edited beside a record. Saves it, and tells of it once. */
  keepMarks: 'supervisionLens.keepMarks',
  /** Argument: the page's path under `docs`, such as `rules/one-owner.md`. Opens it to be read. */
  openPage: 'supervisionLens.openPage',
  /** Argument: uri (string) of the private file. Saves it and offers to keep it out of Git. */
  keepFromGit: 'supervisionLens.keepFromGit',
} as const;
