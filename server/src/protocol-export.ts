/*
 * The part of the protocol about handing reports on; `protocol.ts` passes it on.
 */

/** The kinds of file that a report can be: a page, a Word document, a table, a project and its codes (REFI-QDA). */
export type ExportFormat = 'html' | 'docx' | 'csv' | 'qdpx' | 'qdc';

/** Client to server: a report of a record or of the run that it is in, as the command line writes it. Cancellable. */
export const exportRequest = 'supervisionLens/export';
export interface ExportParams {
  readonly uri: string;
  readonly what: 'record' | 'run';
  readonly format: ExportFormat;
  /** Take out the names, numbers and places that are found. */
  readonly redact?: boolean;
  /** Keep tags and unanswered prompts in the texts. */
  readonly withMarks?: boolean;
  /** Only the passages that somebody chose or commented. */
  readonly panel?: boolean;
  /** With `panel`: the balance too. Other reports hold it anyway. */
  readonly withProfile?: boolean;
  /** ISO day on which it is made; the server's own by default. */
  readonly today?: string;
}
export type ExportResult =
  | {
      readonly outcome: 'made';
      /** The file, in base 64. */
      readonly content: string;
      /** A name for the file, without folder. */
      readonly fileName: string;
      /** How much is in it and what isn't, in a sentence or two: counts only. */
      readonly summary: string;
      /** The words of the records that are in it, as plain text, for a person to look at before it is kept. */
      readonly preview: string;
    }
  /** There is nothing that may be handed on; `message` says why. */
  | { readonly outcome: 'refused'; readonly message: string };
