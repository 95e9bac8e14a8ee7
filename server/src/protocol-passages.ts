/*
 * The part of the protocol about single passages of an open record; `protocol.ts` passes it on.
 */

/** A stretch of a document as LSP gives it: 0-based, UTF-16, end exclusive. */
export interface ProtocolRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/** The four cultures by the paper's names, as passages are labelled. */
export type MarkedCulture = 'professional' | 'managed' | 'humanistic' | 'democratic';

/** Client to server: what each passage of a record reads as, for drawing. */
export const culturesRequest = 'supervisionLens/cultures';
export interface CulturesParams {
  readonly uri: string;
}
export interface PassageMark {
  /** The passage without a tag at either end. */
  readonly range: ProtocolRange;
  readonly culture: MarkedCulture | 'none' | 'undecided';
  /** A second culture that is there too, or null. */
  readonly secondary: MarkedCulture | null;
  readonly origin: 'inferred' | 'tag' | 'section-tag';
  /** Calibrated probability (0..1) that `culture` is right (undecided: that the best guess is); 1 where tagged. */
  readonly confidence: number;
}
/** Empty for a document that isn't a record. `version` is the document's that was read, or null. */
export interface CulturesResult {
  readonly version: number | null;
  readonly passages: readonly PassageMark[];
}

/** Client to server: the edit that tags the passage at a place, checked by reading what it results in. */
export const tagPassageRequest = 'supervisionLens/tagPassage';
export interface TagPassageParams {
  readonly uri: string;
  readonly position: ProtocolRange['start'];
  /** What the writer says it is; `agree`: what it reads as now; `untag`: its own tag is taken off. */
  readonly label: MarkedCulture | 'none' | 'agree' | 'untag';
}
/**
 * The files to edit, as one step: the record itself, or where tags are kept beside it the file that they are kept in.
 * `version` is the version that the edits are for, null for a file that isn't open.
 */
export interface TagPassageResult {
  readonly outcome: 'edit' | 'same-already' | 'no-passage' | 'undecided' | 'not-possible' | 'refused';
  /** Why it was refused, in words. */
  readonly message?: string;
  readonly changes: readonly {
    readonly uri: string;
    readonly version: number | null;
    /** The file isn't there yet and has to be made first. */
    readonly isNew?: boolean;
    readonly edits: readonly { readonly range: ProtocolRange; readonly newText: string }[];
  }[];
}

/** Client to server: all that can be said of how the passage at a place was read; null where there is none. */
export const explainPassageRequest = 'supervisionLens/explainPassage';
export interface ExplainPassageParams {
  readonly uri: string;
  readonly position: ProtocolRange['start'];
}
export type ExplainPassageResult = { readonly markdown: string } | null;

/** What commands on a passage are called with; without an address they mean the cursor's place. */
export interface PassageArguments {
  readonly uri?: string;
  readonly position?: ProtocolRange['start'];
  readonly label?: MarkedCulture | 'none' | 'untag';
}
