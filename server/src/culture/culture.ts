import type { Aspect, Culture, PassageLabel } from '../terms/cultures.ts';
import type { PassageBlock, RecordKind } from '../terms/kinds.ts';

/**
 * All that a reading may depend on (spec section 2: locality): the passage itself, the kind of the
 * record, the headings above it and the plain texts of at most four passages either side. Never other
 * passages' readings or tags, nor counts over the record.
 */
export interface PassageInContext {
  /** Plain text: marks, tags and comments removed, white space folded; cells of a row joined by ` | `. */
  readonly text: string;
  readonly block: PassageBlock;
  readonly kind: RecordKind;
  /** Plain texts of the headings above, outermost first. */
  readonly headings: readonly string[];
  /** Plain texts of up to four passages before, in reading order (the nearest is last). */
  readonly before: readonly string[];
  /** Plain texts of up to four passages after, in reading order (the nearest is first). */
  readonly after: readonly string[];
}

/** Words in a passage that speak for a culture, as UTF-16 offsets into {@link PassageInContext.text}. */
export interface TextCue {
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
  readonly culture: Culture;
  /** The row of Table 1 that the words speak to, where the cue lexicon knows it. */
  readonly aspect: Aspect | undefined;
}

/** A label with its calibrated probability (0..1). */
export interface Guess {
  readonly culture: PassageLabel;
  readonly confidence: number;
}

/** What a reader makes of one passage. */
export interface CultureReading {
  /** The best guess, also where the reader abstains. */
  readonly best: PassageLabel;
  /** Calibrated probability (0..1) that `best` is right. */
  readonly confidence: number;
  readonly runnerUp: Guess;
  /** Calibrated probabilities (0..1, summing to 1) of all labels, in the order of `passageLabels`. */
  readonly probabilities: readonly number[];
  /** False where the reader abstains: `culture` is then shown as `undecided`. */
  readonly decided: boolean;
  /** A second culture that is clearly there too. */
  readonly secondary: Culture | undefined;
  /** The row of Table 1 that the passage speaks to, where cues tell. */
  readonly aspect: Aspect | undefined;
  /**
   * The words that weighed most for `best` or `runnerUp`, strongest first, at most eight, not overlapping.
   * Found when first asked for.
   */
  readonly cues: readonly TextCue[];
  /**
   * How much the headings and the neighbours moved the reading from `runnerUp` towards `best` (log-odds;
   * 0 = nothing): what would be lost without them.
   */
  readonly headingPart: number;
  readonly neighbourPart: number;
}

/** Reads one passage in its context. Pure: the same input gives the same reading on every engine. */
export interface CultureReader {
  read: (passage: PassageInContext) => CultureReading;
}
