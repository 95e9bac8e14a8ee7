import type { Messages } from '../balance/messages.ts';
import type { Nation, StandardsBook } from '../standards/standards-book.ts';
import type { ReportRecord, ReportSummary } from './content/report-content.ts';

/** Takes what is written, piece by piece. Rejects where it can't be kept. */
export type ReportSink = (chunk: Uint8Array) => Promise<void>;

/** How a report is asked for. */
export interface ReportOptions {
  readonly messages: Messages;
  readonly standards: StandardsBook;
  /** The nation whose standards are offered; undefined: only those that the records name. */
  readonly nation: Nation | undefined;
  /** ISO day on which it is made. */
  readonly today: string;
  readonly version: string;
  readonly redacted: boolean;
  /** Only the passages that somebody chose or commented, for a panel. */
  readonly panel: boolean;
  /** Whether a panel sees the profile; other reports always hold it. */
  readonly withProfile: boolean;
}

/** Writes one report. Records come in the order of their paths; nothing else is called after `end`. */
export interface ReportWriter {
  record: (record: ReportRecord) => Promise<void>;
  end: (summary: ReportSummary) => Promise<void>;
}

/** The kinds of file that a report can be. */
export const reportFormats = ['html', 'docx', 'csv', 'qdpx', 'qdc'] as const;

/** One of {@link reportFormats}. */
export type ReportFormat = (typeof reportFormats)[number];

/** Turns text into bytes and hands it on. */
export function createTextSink(sink: ReportSink): (text: string) => Promise<void> {
  const encoder = new TextEncoder();
  return (text) => sink(encoder.encode(text));
}
