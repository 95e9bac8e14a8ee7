/*
 * The part of the protocol about comments on passages and the review of a run; `protocol.ts` passes it on.
 */

import type { ProtocolRange } from './protocol-passages.ts';
import type { ListedRecord, ProtocolPlace, ShownPassage } from './protocol-records.ts';

/** What a comment can be said to be; it can be left out. `agree`: its author reads the passage as the tool does. */
export type CommentKind = 'keep-doing' | 'say-more' | 'must-do' | 'agree';

/** A comment as it is shown. Words of people about a record: for the view alone, never for a log. */
export interface ShownComment {
  readonly id: string;
  readonly author: string;
  /** ISO day or time; empty where none is given. */
  readonly created: string;
  readonly text: string;
  readonly kind: CommentKind | null;
  /** The kind in words; empty where none is given. */
  readonly kindWords: string;
  readonly capabilities: readonly Capability[];
}
/** Something that learning is mapped to, such as a domain of the PCF. */
export interface Capability {
  readonly id: string;
  /** Its id again where the tool doesn't know it. */
  readonly title: string;
  /** The name of the set that it belongs to; empty where the tool doesn't know it. */
  readonly set: string;
}

/** Client to server: the comments that are kept beside a record, on the passages where they stand now. */
export const commentsRequest = 'supervisionLens/comments';
export interface CommentsParams {
  readonly uri: string;
}
export interface CommentsResult {
  /** The version of the open document that the ranges are for; null where it isn't open. */
  readonly version: number | null;
  /** Where the comments are kept. */
  readonly sidecar: string;
  /** That the file can't be read, and where; empty: it can, or there is none. */
  readonly problem: string;
  /** Passages that can be commented on: none whose circulation is limited. */
  readonly passages: readonly ProtocolRange[];
  readonly threads: readonly ShownThread[];
}
export interface ShownThread {
  readonly id: string;
  /** Null: on the record as a whole, or, where there is a quotation, its passage isn't there any more. */
  readonly range: ProtocolRange | null;
  readonly quotation: string;
  /** The first comment, then the answers to it; never empty. */
  readonly comments: readonly ShownComment[];
}

/** Client to server: what the file of comments is to hold after a change. The client writes it, whole or not at all. */
export const editCommentsRequest = 'supervisionLens/editComments';
export interface EditCommentsParams {
  readonly uri: string;
  readonly author: string;
  /** ISO date and time. */
  readonly now: string;
  readonly change: CommentChange;
}
export type CommentChange =
  | ({ readonly type: 'add'; readonly position: ProtocolPlace } & CommentContent)
  | ({ readonly type: 'reply'; readonly thread: string } & CommentContent)
  | { readonly type: 'edit'; readonly id: string; readonly text: string }
  | { readonly type: 'remove'; readonly id: string };
export interface CommentContent {
  readonly text: string;
  readonly kind?: CommentKind;
  /** Id of a capability. */
  readonly capability?: string;
}
export type EditCommentsResult =
  | {
      readonly outcome: 'write';
      readonly sidecar: string;
      readonly before: string | null;
      readonly text: string;
    }
  | { readonly outcome: 'refused'; readonly message: string };

/** Client to server: what a comment can be mapped to, by the configuration's nation. */
export const capabilitiesRequest = 'supervisionLens/capabilities';
export interface CapabilitiesParams {
  readonly uri: string;
}
export type CapabilitiesResult = readonly Capability[];

/** Client to server: the run that a record is in, for a practice educator. Waits until the workspace has been read. */
export const reviewRequest = 'supervisionLens/review';
export interface ReviewParams {
  readonly uri: string;
}
export interface ReviewResult {
  readonly review: ReviewView | null;
  /** Where there is no run, why, in a sentence; else empty. */
  readonly message: string;
}
/** A run side by side. Nothing in it comes from limited passages, and nothing in it is counted. */
export interface ReviewView {
  readonly by: 'person' | 'team';
  readonly name: string;
  /** The oldest first. */
  readonly records: readonly ReviewRecord[];
}
export interface ReviewRecord extends Pick<ListedRecord, 'uri' | 'title' | 'kind'> {
  /** ISO day. */
  readonly date: string;
  /** What it is mostly about, in a few words. */
  readonly reading: string;
  /** In the order of the headings, then of the record. */
  readonly passages: readonly ReviewPassage[];
  /** Comments whose passage isn't there any more, and those on the whole record. */
  readonly loose: readonly { readonly isGone: boolean; readonly comments: readonly ShownComment[] }[];
  /** That its comments can't be read; empty: they can. */
  readonly problem: string;
}
export interface ReviewPassage extends ShownPassage {
  /** Why it is shown, tentatively: "May be a doubt". */
  readonly why: string;
  /** What the tool reads it as, for those who ask. */
  readonly reading: string;
  /** Whether a culture is read or tagged that somebody could agree with. */
  readonly isRead: boolean;
  readonly comments: readonly ShownComment[];
}
