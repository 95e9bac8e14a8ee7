/*
 * The part of the protocol about records in lists, in runs, and in balance; `protocol.ts` passes it on.
 */

import type { ProtocolRange } from './protocol-passages.ts';

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

/** Client to server: what the open record is about, in figures and places. Null for what isn't an open record. */
export const balanceRequest = 'supervisionLens/balance';
export interface BalanceParams {
  readonly uri: string;
}
export type BalanceResult = Balance | null;
/** The balance of an open record. It tells what is written about what, and never whether that is good. */
export interface Balance {
  readonly uri: string;
  /** The document version that was read. */
  readonly version: number;
  /** The words of its first heading; empty without one. */
  readonly title: string;
  /** The reading in a few words, and the counts behind it. */
  readonly reading: string;
  readonly counts: string;
  /** Words that count towards the shares. */
  readonly words: number;
  /** What the record does well, the most telling first. */
  readonly strengths: readonly { readonly message: string; readonly passage: ShownPassage }[];
  /** The four cultures, in the order of the paper's Table 1. */
  readonly cultures: readonly BalancePart[];
  /** Passages that were hard to tell, and neutral ones. */
  readonly others: readonly {
    readonly id: 'undecided' | 'none';
    readonly name: string;
    readonly passages: BalancePassages;
  }[];
  /** The run that the record is in; null where it is in none, or the workspace hasn't been read yet. */
  readonly run: { readonly name: string; readonly records: readonly RunRecord[] } | null;
}
export interface BalancePart {
  readonly culture: ProtocolCulture;
  /** Its plain name: "the work". */
  readonly name: string;
  /** 0..1: of all words that aren't neutral; the four sum to 1, or are all 0. */
  readonly share: number;
  /** The part of `share` that comes from passages which were hard to tell, by best guess. */
  readonly guessed: number;
  /** Decided passages that are first of all about it. */
  readonly passages: BalancePassages;
}
/** Passages of one culture, in order. */
export interface BalancePassages {
  readonly shown: readonly ShownPassage[];
  /** How many more are counted and not shown, since who may see them is limited. */
  readonly limited: number;
}
