import type { Severity } from '../../balance/rule.ts';
import type { Aspect, Culture, PassageLabel } from '../../terms/cultures.ts';
import type { GroupSubtype, KindOrigin, PassageBlock, RecordKind } from '../../terms/kinds.ts';
import type { Voice } from '../../record/vocabulary.ts';

/*
 * The shapes of `check --format json` (spec section 6; `schemas/check-output.schema.json`). Keys stand in
 * the order in which they are written. Additions only, from version 1 on. This is the JSON boundary:
 * absence is null here. Lines and columns are 1-based UTF-16, `endColumn` is exclusive.
 */

/** The version of the output. */
export const outputVersion = 1;

/** A stretch of a file. */
export interface Region {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A passage and what it shows. Confidences have four decimals at most. */
export interface PassageEntry extends Region {
  readonly id: string;
  readonly block: PassageBlock;
  readonly headings: readonly string[];
  readonly voice: Voice | null;
  readonly culture: PassageLabel | 'undecided';
  readonly secondary: Culture | null;
  readonly confidence: number;
  readonly runnerUp: { readonly culture: PassageLabel; readonly confidence: number } | null;
  readonly origin: 'inferred' | 'tag' | 'section-tag';
  readonly aspect: Aspect | null;
  readonly cues: readonly {
    readonly text: string;
    readonly line: number;
    readonly column: number;
    readonly culture: Culture;
  }[];
}

/** Each culture's share, with four decimals at most: they may sum to a little more or less than 1. */
export type ProfileEntry = Readonly<Record<Culture, number>> & {
  readonly evenness: number;
  readonly words: number;
  readonly undecidedWords: number;
  readonly neutralWords: number;
};

export interface ActionEntry extends Region {
  readonly text: string;
  readonly owner: string | null;
  readonly due: string | null;
  readonly dueText: string | null;
  readonly done: boolean;
}

export interface FindingEntry extends Region {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly related: readonly (Region & { readonly path: string; readonly message: string })[];
}

/** A record as it is written. */
export interface RecordEntry {
  readonly path: string;
  readonly kind: RecordKind;
  readonly kindOrigin: KindOrigin;
  readonly subtype: GroupSubtype | null;
  readonly header: Readonly<Record<string, string>>;
  readonly passages: readonly PassageEntry[];
  readonly profile: ProfileEntry;
  readonly actions: readonly ActionEntry[];
  readonly prompts: readonly {
    readonly id: string;
    readonly line: number;
    readonly state: 'open' | 'answered' | 'put-down' | 'talked-about';
  }[];
  /** Questions for the group. */
  readonly groupQuestions: readonly ({ readonly text: string; readonly passage: string } & Region)[];
  /** Ids of the passages marked `#bring`. */
  readonly bring: readonly string[];
  readonly observations: readonly ObservationEntry[];
  readonly strengths: readonly { readonly message: string; readonly passage: string }[];
  /** The most useful first. */
  readonly findings: readonly FindingEntry[];
}

/** A topic with the passages that show it; `present` false: not written about here. */
export interface ObservationEntry {
  readonly topic: string;
  readonly present: boolean;
  readonly evidence: readonly string[];
}

/** A finding on a run, on the title of its newest record. */
export type RunFindingEntry = FindingEntry & { readonly path: string };

/** A run as it is written; keys of persons are initials unless names were asked for. */
export interface RunEntry {
  readonly scope: string;
  readonly by: 'person' | 'team';
  readonly key: string;
  /** The oldest first. */
  readonly records: readonly string[];
  readonly observations: readonly ObservationEntry[];
  readonly findings: readonly RunFindingEntry[];
}

/** A file found in a folder that couldn't be read. */
export interface SkippedEntry {
  readonly path: string;
  readonly reason: string;
}
