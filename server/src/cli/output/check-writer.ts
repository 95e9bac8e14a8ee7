import type { Analysis } from '../../analysis/analyse.ts';
import type { MadeText } from '../records/record-job.ts';
import type { SkippedEntry } from './check-output.ts';
import type { ConfigurationTrouble } from '../files/find-configuration.ts';
import type { GatheredRuns } from '../records/run-index.ts';

/** A record that was read. */
export interface CheckedRecord {
  readonly path: string;
  /** What the ids of its passages start with. */
  readonly name: string;
  readonly analysis: Analysis;
}

/** What a whole check came to. */
export interface CheckSummary extends GatheredRuns {
  readonly exit: 0 | 1 | 2;
  /** Files looked at in folders that aren't records. */
  readonly passedOver: number;
  /** Configuration files that couldn't be used. */
  readonly troubles: readonly ConfigurationTrouble[];
}

/** Writes the results of a check in one format. Records and skipped files come in the order of their paths. */
export interface CheckWriter {
  /** What a worker made of a record; its ids start with `name`. */
  record: (path: string, name: string, made: MadeText) => Promise<void>;
  skipped: (entry: SkippedEntry) => Promise<void>;
  /** Called once, unless the check was stopped: then what was written stands, and is whole lines. */
  end: (summary: CheckSummary) => Promise<void>;
}
