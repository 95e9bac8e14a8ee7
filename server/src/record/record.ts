import { sourceSpan, type PlainText } from '../text/plain-text.ts';
import { shiftSpan, type Span } from '../text/span.ts';
import type { GroupSubtype, KindOrigin, PassageBlock, RecordKind } from '../terms/kinds.ts';
import type { Cell, Comment } from './block-elements.ts';
import type { MarksBeside } from './put-marks.ts';
import type { Tagging, TagProblem } from './tags.ts';
import type { Voice } from './vocabulary.ts';

/*
 * A supervision record as read from Markdown. All spans are absolute UTF-16 offsets into `text`; nothing
 * here depends on configuration, cultures or rules.
 */

/** A value of the header, under a canonical key (see `server/data/header-fields.yaml`). */
export interface HeaderValue {
  readonly key: string;
  /** The value as written, white space folded; a date as ISO where it can be told. */
  readonly value: string;
  /** The value as written. */
  readonly text: string;
  readonly keySpan: Span;
  readonly span: Span;
}

/** A heading with the stretch of the record that it governs. */
export interface Section {
  readonly depth: number;
  /** Plain text without tags. */
  readonly title: string;
  /** Canonical section (see `server/data/sections.yaml`), or undefined. */
  readonly key: string | undefined;
  readonly headingSpan: Span;
  /** The words of the heading. */
  readonly titleSpan: Span;
  /** From the heading to the next one of the same depth or less. */
  readonly span: Span;
  /** Index of the section around it in {@link SupervisionRecord.sections}, or undefined. */
  readonly parent: number | undefined;
  readonly tagging: Tagging | undefined;
}

/** A voice that a passage lets speak or reports, on the words that show it. */
export interface VoiceMention {
  readonly voice: Voice;
  readonly span: Span;
}

/** A passage (spec section 1). */
export interface Passage {
  /** 0-based position in the record. */
  readonly index: number;
  readonly block: PassageBlock;
  /** Its runs are relative to `blockStart`: use {@link passageSpan}. */
  readonly plain: PlainText;
  /** Where the block starts that the passage was read from. */
  readonly blockStart: number;
  readonly span: Span;
  /** Without a tag at either end: where findings on the passage stand. */
  readonly textSpan: Span;
  /** Index of the innermost section, or undefined before the first heading. */
  readonly section: number | undefined;
  /** Words as spec section 3 counts them. */
  readonly words: number;
  readonly voices: readonly VoiceMention[];
  /** What the writer says it is: its own tag, else the nearest tagged heading's. */
  readonly tagging: (Tagging & { readonly origin: 'tag' | 'section-tag' }) | undefined;
  /** All the marks that tag it, for edits. */
  readonly tagSpans: readonly Span[];
  readonly task: { readonly done: boolean } | undefined;
  readonly row: { readonly cells: readonly Cell[]; readonly columns: readonly Cell[] } | undefined;
  readonly struck: boolean;
}

/** Something agreed to be done (spec section 1). */
export interface Action {
  readonly text: string;
  /** As written; undefined where nobody is named. */
  readonly owner: string | undefined;
  /** ISO day where the due words name one. */
  readonly due: string | undefined;
  /** The due words as written. */
  readonly dueText: string | undefined;
  /** The due words name no time at all ("asap", "ongoing"). */
  readonly openEnded: boolean;
  /** Done, or let go. */
  readonly done: boolean;
  /** Cancelled, moved or let go rather than done. */
  readonly dropped: boolean;
  /** Neither the action nor what stands around it says who might do it. */
  readonly unowned: boolean;
  /** Neither the action nor what stands around it says by when. */
  readonly undated: boolean;
  readonly span: Span;
  readonly ownerSpan: Span | undefined;
  readonly dueSpan: Span | undefined;
  /** Index of the passage that holds it. */
  readonly passage: number;
}

/** Who may see a record or one of its sections is limited. */
export interface Limit {
  /** Index of the section that is limited; undefined: the whole record. */
  readonly section: number | undefined;
  readonly text: string;
  readonly span: Span;
}

/** One of the tool's own prompts in the text. */
export interface InsertedPrompt {
  readonly id: string;
  /** `talked-about`: it was, and what was said isn't written down. */
  readonly state: 'open' | 'answered' | 'put-down' | 'talked-about';
  readonly span: Span;
}

/** A question that the record takes to the group: an item of a section such as "For the group". */
export interface GroupQuestion {
  readonly text: string;
  readonly span: Span;
  /** Index of the passage that it is. */
  readonly passage: number;
}

/** A passage that the writer wants to bring to supervision or to the group: its `#bring`. */
export interface BringMark {
  /** Index of the passage. */
  readonly passage: number;
  /** The mark itself; without width where it stands beside the record. */
  readonly span: Span;
  /** It stands in the file beside the record, not in the text. */
  readonly beside?: true;
}

/** A switch comment (spec section 7). */
export interface Switch {
  readonly kind: 'disable' | 'enable' | 'disable-next-passage' | 'disable-file' | 'unknown';
  /** Rule ids as written; empty: all rules. */
  readonly rules: readonly { readonly id: string; readonly span: Span }[];
  readonly span: Span;
  /** It stands in the file beside the record; its spans have no width then. */
  readonly beside?: true;
}

/** Something in the text that can't be read as meant. */
export interface ReadingProblem {
  readonly kind: 'front-matter-invalid' | 'comment-unclosed' | 'text-hidden-by-comment';
  /** What the parser said, in plain words; undefined where `kind` says it all. */
  readonly detail: string | undefined;
  readonly span: Span;
}

/** Why a file is taken for a record, or isn't. */
export interface Recognition {
  /** May the editor analyse it unasked (spec section 1)? */
  readonly recognised: boolean;
  readonly kind: RecordKind;
  readonly subtype: GroupSubtype | undefined;
  readonly origin: KindOrigin;
  /** The words that decided. */
  readonly evidence: { readonly text: string; readonly span: Span | undefined } | undefined;
}

/** A record, read. */
export interface SupervisionRecord {
  readonly text: string;
  readonly recognition: Recognition;
  readonly header: readonly HeaderValue[];
  /** The front matter with its fences; undefined where there is none. */
  readonly frontMatter: Span | undefined;
  readonly sections: readonly Section[];
  readonly passages: readonly Passage[];
  readonly actions: readonly Action[];
  readonly limits: readonly Limit[];
  readonly prompts: readonly InsertedPrompt[];
  readonly groupQuestions: readonly GroupQuestion[];
  /** In order; a passage has one at most. */
  readonly bring: readonly BringMark[];
  readonly switches: readonly Switch[];
  readonly tagProblems: readonly TagProblem[];
  readonly problems: readonly ReadingProblem[];
  /** Top-level Markdown nodes in order: prompts are inserted after one of them. */
  readonly nodes: readonly Span[];
  /** Comments that are neither tags nor switches nor prompts. */
  readonly comments: readonly Comment[];
  /** What the file beside the record says; passages, prompts, `bring` and `switches` hold it already. Undefined: there is none. */
  readonly beside?: MarksBeside;
}

/** The span in the record of `start..end` (UTF-16 offsets, end exclusive) of a passage's plain text. */
export function passageSpan(passage: Passage, start: number, end: number): Span {
  return shiftSpan(sourceSpan(passage.plain, start, end), passage.blockStart);
}

/** A case record keeps its personal part elsewhere: share rules rest there (spec sections 1 and 3). */
export function isCaseRecord(record: SupervisionRecord): boolean {
  return record.header.some(
    ({ key, value }) =>
      (key === 'type' || key === 'supervision_type') && /\bcase\b/i.test(value) && !/reflect/i.test(value),
  );
}

/** The value of a header field, or undefined; of several the first. */
export function headerValue(record: SupervisionRecord, key: string): HeaderValue | undefined {
  return record.header.find((field) => field.key === key);
}

/** The titles of the headings above a passage, outermost first. */
export function headingsAbove(record: SupervisionRecord, passage: Passage): string[] {
  const titles: string[] = [];
  for (let index = passage.section; index !== undefined; index = record.sections[index]?.parent) {
    titles.unshift(record.sections[index]?.title ?? '');
  }
  return titles;
}
