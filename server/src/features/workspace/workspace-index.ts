import type { CancellationToken } from 'vscode-languageserver';
import type { RecordBefore } from '../../balance/rule.ts';
import type { EarlierRecord } from '../../prompts/earlier-record.ts';
import type { Configuration } from '../../configuration/configuration.ts';
import type { Run } from '../../runs/gather-runs.ts';
import type { RunFinding } from '../../runs/judge-run.ts';
import type { RecordListing } from '../../runs/record-listing.ts';
import type { RecordSummary } from '../../runs/record-summary.ts';
import type { RunBook } from '../../runs/run-book.ts';

/** A record of the workspace as the index keeps it: in memory, without its text. */
export interface IndexedRecord {
  /** As vscode-uri writes it: also the id of its summary. */
  readonly uri: string;
  readonly summary: RecordSummary;
  readonly listing: RecordListing;
  readonly configuration: Configuration;
}

/** What its run adds to a record. */
export interface RunStanding {
  readonly before: RecordBefore | undefined;
  /** The records before it, the oldest first; undefined: not known, or it is in no run. */
  readonly earlier: readonly EarlierRecord[] | undefined;
  /** Findings on the run, where the record is its newest. */
  readonly findings: readonly RunFinding[];
}

/** The records of the workspace: those on disk, and open ones as they are in the editor. */
export interface WorkspaceIndex {
  /** Has the workspace read in the background unless that is done or under way. */
  begin: () => void;
  /** Begins, and resolves with whether all has been read: false where it was called off. */
  ready: (token?: CancellationToken) => Promise<boolean>;
  /** Whether all has been read. What isn't there yet can't be missed: runs aren't judged before. */
  isComplete: () => boolean;
  /** The runs; limited records are in none, nor in the list. */
  readonly book: RunBook;
  /** A record that isn't limited; `uri` in any spelling. */
  record: (uri: string) => IndexedRecord | undefined;
  records: () => Iterable<IndexedRecord>;
  /** Whether a record is left out of all lists and runs. */
  isLimited: (uri: string) => boolean;
  /** Judged once for each state of a run. */
  judge: (run: Run) => readonly RunFinding[];
  /** What the run adds to a record; nothing before all has been read. */
  standing: (uri: string) => RunStanding;
  /** The path of a file in its workspace folder. */
  pathOf: (uri: string) => string;
}
