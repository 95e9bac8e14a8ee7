import type { Severity } from '../../balance/rule.ts';
import type { ReportRecord } from '../../report/content/report-content.ts';
import type { RecordSummary } from '../../runs/record-summary.ts';
import type { FoundFile } from '../files/find-files.ts';
import type { Unread } from '../files/read-text-file.ts';
import type { Region } from '../output/check-output.ts';
import type { Peek } from './record-source.ts';

/*
 * What passes between the command and those who read for it, be it in its own thread or in others. All of it is plain
 * data, and holds no more of a record than is written in the end.
 */

/** What is to be made of each record. */
export type RecordJob = {
  /** Absolute; paths are told relative to it. */
  readonly cwd: string;
  /** In folders, Markdown that isn't recognised as a record is read too. */
  readonly all: boolean;
  readonly redact: boolean;
} & (
  | { readonly make: 'json' | 'ndjson'; readonly decide: boolean; readonly withPeople: boolean }
  | { readonly make: 'sarif' }
  | { readonly make: 'text'; readonly hasColour: boolean; readonly width: number }
  | { readonly make: 'report'; readonly withMarks: boolean }
);

/** A file to read. */
export interface ReadingTask {
  readonly file: FoundFile;
  /** Its path as it is written. */
  readonly path: string;
  /** What the ids of its passages start with. */
  readonly name: string;
  /** The record before it in its run, for what is judged after that. */
  readonly before: FoundFile | undefined;
  /** Those before that one, the newest first. */
  readonly earlier: readonly FoundFile[];
}

/** What a check writes of a record. */
export interface MadeText {
  readonly kind: 'text';
  /** In the format that was asked for; of SARIF the results, with commas between. */
  readonly text: string;
  /** Whether there is something to look at. */
  readonly asked: boolean;
}

/** What a report holds of a record; undefined: its circulation is limited. */
export interface MadeReport {
  readonly kind: 'report';
  readonly record: ReportRecord | undefined;
  /** Its comments can't be used. */
  readonly commentsUnread: boolean;
}

/** A record that was read. */
export interface MadeRecord {
  readonly made: MadeText | MadeReport;
  /** Undefined: it is in no run. */
  readonly summary: RecordSummary | undefined;
  /** Where findings on its run stand. */
  readonly title: Region | undefined;
  /** The severest of its findings. */
  readonly worst: Severity | undefined;
}

/** What became of a file: `passed-over` is Markdown that isn't a record. */
export type TaskResult = MadeRecord | Unread | 'passed-over';

/** Reads files for a job, in this thread or in another. */
export interface RecordReaders {
  /** How many files are best handed over at once. */
  readonly batch: number;
  /** How many batches are read at once. */
  readonly atOnce: number;
  /** In the order of the files; rejects only after `stop`. */
  peek: (files: readonly FoundFile[]) => Promise<readonly (Peek | undefined)[]>;
  /** In the order of the tasks; rejects only after `stop`. */
  read: (tasks: readonly ReadingTask[]) => Promise<readonly TaskResult[]>;
  /** Ends all that is still being read. */
  stop: () => Promise<void>;
}
