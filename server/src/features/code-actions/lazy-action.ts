import type { CodeAction, Command, WorkspaceEdit } from 'vscode-languageserver';
import type { MarkChange } from '../../annotations/edit-marks.ts';
import type { TextChange } from '../../balance/rule.ts';
import type { SupervisionRecord } from '../../record/record.ts';
import type { Span } from '../../text/span.ts';
import type { FeatureContext } from '../feature.ts';

/** A code action whose edit is made when it is chosen. */
export interface LazyAction {
  readonly title: string;
  readonly kind: string;
  readonly isPreferred?: boolean;
  /** The rule whose finding it answers. */
  readonly rule?: string;
  /** Makes the edit; undefined where the resulting text wouldn't hold what it should. */
  readonly makeEdit?: () => ActionEdit | undefined;
  /** What it says of the record, where that may be kept beside it; `makeEdit` writes it into the text. */
  readonly mark?: LazyMark;
  /** Makes an edit that goes beyond the record; undefined where it can't be made. */
  readonly makeWorkspaceEdit?: (
    context: FeatureContext,
  ) => Promise<{ readonly edit: WorkspaceEdit; readonly command?: Command } | undefined>;
  /** An edit of the configuration file, which has to be read first. */
  readonly configurationRule?: string;
  /** A command of the client instead of an edit. */
  readonly command?: CodeAction['command'];
}

/** Something that the writer says of a record, wherever it is kept. */
export interface LazyMark {
  readonly change: MarkChange;
  /** Makes the edit that takes what it replaces out of the text; without changes where there is nothing of it. */
  readonly clearText: () => ActionEdit | undefined;
}

/** An edit that leaves the text as it is. */
export const noEdit: ActionEdit = { changes: [] };

/** Changes of the record's text, and what to show afterwards. */
export interface ActionEdit {
  readonly changes: readonly TextChange[];
  /** What to bring into view, in the resulting text. */
  readonly reveal?: Span;
}

/** The text after some changes, which must not overlap. */
export function applyChanges(text: string, changes: readonly TextChange[]): string {
  return [...changes]
    .sort((a, b) => b.span.start - a.span.start)
    .reduce(
      (result, { span, newText }) => result.slice(0, span.start) + newText + result.slice(span.end),
      text,
    );
}

/** Reads a text as a record, for looking at what an edit results in. */
export type ReadText = (text: string) => SupervisionRecord;
