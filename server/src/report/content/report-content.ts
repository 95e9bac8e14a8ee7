import type { DescribedReading } from '../../balance/describe-reading.ts';
import type { Profile } from '../../balance/profile.ts';
import type { StandardMention } from '../../standards/read-standard-tags.ts';
import type { Aspect, Culture, PassageLabel } from '../../terms/cultures.ts';
import type { PassageBlock, RecordKind } from '../../terms/kinds.ts';
import type { RecordComment } from '../../annotations/read-comments.ts';

/*
 * What reports are made from: plain data with all texts as they are to be shown, redacted where that was asked
 * for. Nothing whose circulation is limited gets in here.
 */

/** A passage in a report. */
export interface ReportPassage {
  readonly id: string;
  /** 0-based position in the record. */
  readonly index: number;
  /** 1-based line of the record where it starts. */
  readonly line: number;
  readonly headings: readonly string[];
  readonly block: PassageBlock;
  readonly voice: string | undefined;
  readonly culture: PassageLabel | 'undecided';
  readonly secondary: Culture | undefined;
  /** 0..1, four decimals at most. */
  readonly confidence: number;
  readonly runnerUp: PassageLabel | undefined;
  /** The best guess where it is undecided, else the culture. */
  readonly estimate: PassageLabel;
  readonly origin: 'inferred' | 'tag' | 'section-tag';
  readonly aspect: Aspect | undefined;
  readonly words: number;
  /** One line, without marks unless they were asked for. */
  readonly text: string;
  /** The writer's `#bring`. */
  readonly bring: boolean;
  readonly standards: readonly StandardMention[];
  readonly comments: readonly RecordComment[];
}

/** A line of the record as plain text: a heading, a prompt that was answered, a header's value or a passage. */
export interface ReportLine {
  readonly text: string;
  /** Index of the passage that it is. */
  readonly passage: number | undefined;
}

/** A record in a report. */
export interface ReportRecord {
  /** As it is told, `/`-separated. */
  readonly path: string;
  /** What the ids of its passages start with. */
  readonly name: string;
  readonly title: string;
  readonly kind: RecordKind;
  /** ISO day, or undefined. */
  readonly date: string | undefined;
  readonly reading: DescribedReading;
  readonly profile: Profile;
  readonly strengths: readonly { readonly message: string; readonly passage: number }[];
  readonly passages: readonly ReportPassage[];
  /** The record as plain text, in its order. */
  readonly lines: readonly ReportLine[];
  /** Comments on the record as a whole. */
  readonly comments: readonly RecordComment[];
  /** Comments on words that aren't in the record any more; none where a part of it has limited circulation. */
  readonly strayComments: readonly RecordComment[];
  /** How many passages aren't shown because their circulation is limited. */
  readonly leftOut: number;
}

/** A run in a report: its records in order, in words. */
export interface ReportRun {
  readonly by: 'person' | 'team';
  readonly key: string;
  readonly records: readonly {
    readonly path: string;
    readonly date: string;
    readonly kind: RecordKind;
    readonly words: string;
  }[];
}

/** What is told once all records are in. */
export interface ReportSummary {
  readonly runs: readonly ReportRun[];
  /** Records left out whole because their circulation is limited. */
  readonly limited: number;
  readonly skipped: readonly { readonly path: string; readonly reason: string }[];
}
