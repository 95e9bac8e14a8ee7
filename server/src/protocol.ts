/*
 * The custom part of the conversation between client and server: method names and shapes, once, for both
 * sides. It imports nothing of the server's, so that the client can bundle it; what is
 * about single passages stands in `protocol-passages.ts`.
 */

import type { ProtocolRange } from './protocol-passages.ts';

export * from './protocol-passages.ts';

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
  /** The folder's address, without a slash at the end. */
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

/** A place in a document: 0-based line and UTF-16 character, as in LSP. */
export interface ProtocolPlace {
  readonly line: number;
  readonly character: number;
}
/** A passage that is shown elsewhere, with its first words. Never one whose circulation is limited. */
export interface ShownPassage {
  readonly uri: string;
  readonly range: ProtocolRange;
  /** Plain text of at most about 160 characters; words of a record: for the view alone, never for a log. */
  readonly text: string;
}

/**
 * Client to server: the workspace's records by person or team, then date. Answers at once with what is known, and has
 * the workspace read in the background; {@link recordsChangedNotification} tells when to ask again. No parameters.
 */
export const recordsRequest = 'supervisionLens/records';
export interface RecordsResult {
  /** False while the workspace is still being read, or its reading was called off. */
  readonly complete: boolean;
  /** People, then teams, then records of which neither can be told; each by name. */
  readonly groups: readonly RecordGroup[];
}
export interface RecordGroup {
  readonly by: 'person' | 'team' | 'nobody';
  /** As the newest record writes it; a few words where nobody is named. */
  readonly name: string;
  /** The address of the folder whose configuration holds for the run. One name in two scopes makes two groups. */
  readonly scope: string;
  /** Something to know, such as that two people seem to go by one name; empty: nothing. */
  readonly note: string;
  /** The newest first, then those without a date. */
  readonly records: readonly ListedRecord[];
}
/** One record in a list. Neither findings nor figures: they rank nobody. */
export interface ListedRecord {
  readonly uri: string;
  readonly kind: 'supervision' | 'group' | 'log' | 'journal' | 'unknown';
  /** The words of its first heading, else the file's name. */
  readonly title: string;
  /** ISO day; null where none with a year can be told. */
  readonly date: string | null;
  readonly openActions: number;
  /** Marked `#bring`. */
  readonly bring: readonly ShownPassage[];
  /** Under a heading such as "For the group". */
  readonly groupQuestions: readonly ShownPassage[];
  /** Why it is in no run; empty: it is in one. */
  readonly note: string;
}

/** Server to client: lists of records may show something else now. Carries nothing; sent when things are quiet. */
export const recordsChangedNotification = 'supervisionLens/recordsChanged';

/** Client to server: the run that a record is in. Waits until the workspace has been read. */
export const runRequest = 'supervisionLens/run';
export interface RunParams {
  readonly uri: string;
}
export interface RunResult {
  readonly run: RunView | null;
  /** Where there is no run, why, in a sentence; else empty. */
  readonly message: string;
}
/** A run of records. All words are ready to be shown; nothing in it comes from limited passages. */
export interface RunView {
  readonly by: 'person' | 'team';
  readonly name: string;
  readonly scope: string;
  /** A clash of names; empty: none. */
  readonly note: string;
  /** The oldest first. */
  readonly records: readonly RunRecord[];
  /** Records with the same key and without a date. */
  readonly undated: readonly { readonly uri: string; readonly title: string }[];
  /** What hasn't been written about for a while, the longest first: never "lacking". */
  readonly quiet: readonly { readonly culture: ProtocolCulture; readonly message: string }[];
  /** What the rules on runs say. */
  readonly findings: readonly RunViewFinding[];
  /** Readiness and stage of group where the newest record's header tells them; they are never inferred. */
  readonly told: readonly { readonly label: string; readonly value: string }[];
  /** Styles of leading with what shows them; a style without passages isn't written about. Never a judgement. */
  readonly styles: readonly EvidencedTopic[];
  /** Whose words the styles are, and that none is better; empty where no record is supervised. */
  readonly stylesNote: string;
  /** Communities of practice: empty for one person's run without any such passage. */
  readonly observations: readonly EvidencedTopic[];
  readonly questions: readonly EvidencedTopic[];
}
export type ProtocolCulture = 'professional' | 'managed' | 'humanistic' | 'democratic';
export interface RunRecord extends Omit<ListedRecord, 'note' | 'date'> {
  readonly date: string;
  /** Shares 0..1; they sum to 1, or are all 0. */
  readonly shares: Readonly<Record<ProtocolCulture, number>>;
  /** Words that count towards the shares. */
  readonly words: number;
  /** The same in a few words. */
  readonly reading: string;
}
export interface RunViewFinding {
  readonly rule: string;
  readonly severity: 'hint' | 'information' | 'warning' | 'error';
  readonly message: string;
  readonly uri: string;
  readonly range: ProtocolRange;
  readonly related: readonly {
    readonly uri: string;
    readonly range: ProtocolRange;
    readonly message: string;
  }[];
}
/** A question or topic with the passages that may bear on it, the newest record's first. */
export interface EvidencedTopic {
  readonly id: string;
  readonly words: string;
  readonly passages: readonly (ShownPassage & { readonly date: string })[];
  /** "These notes don't say" or "not written about here" where there are no passages; else empty. */
  readonly message: string;
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

/** Commands that the client registers and that the server's code actions and lenses may name. */
export const clientCommands = {
  /** Arguments: uri (string), rule id or undefined, position (LSP). Lets the user choose a prompt. */
  choosePrompt: 'supervisionLens.choosePrompt',
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
  /** Argument: the page's path under `docs`, such as `rules/one-owner.md`. Opens it to be read. */
  openPage: 'supervisionLens.openPage',
} as const;
