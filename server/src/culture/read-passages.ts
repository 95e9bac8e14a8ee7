import { headingsAbove, passageSpan, type Passage, type SupervisionRecord } from '../record/record.ts';
import type { Span } from '../text/span.ts';
import type { Aspect, Culture, PassageLabel } from '../terms/cultures.ts';
import type { CultureReader, CultureReading, Guess } from './culture.ts';

/** How many passages either side a reading may look at (spec section 2, locality). */
const reach = 4;

/** A cue on the words of the record. */
export interface Cue {
  readonly text: string;
  readonly span: Span;
  readonly culture: Culture;
}

/** What one passage shows: the writer's tag where there is one, else what was inferred. */
export interface PassageReading {
  readonly passage: Passage;
  readonly culture: PassageLabel | 'undecided';
  readonly secondary: Culture | undefined;
  /** Probability (0..1) that `culture` is right (undecided: that the best guess is); 1 where tagged. */
  readonly confidence: number;
  readonly runnerUp: Guess | undefined;
  readonly origin: 'inferred' | 'tag' | 'section-tag';
  readonly aspect: Aspect | undefined;
  readonly cues: readonly Cue[];
  /** What counts in the profile: the label shown, for undecided passages the best guess. */
  readonly estimate: PassageLabel;
  /** What the reader made of the words; kept beside a tag. */
  readonly inferred: CultureReading;
}

/** Reads every passage of a record in its context, in order. */
export function readPassages(record: SupervisionRecord, reader: CultureReader): PassageReading[] {
  const { passages, recognition } = record;
  const texts = passages.map(({ plain }) => plain.text);
  return passages.map((passage, index) => {
    const inferred = reader.read({
      text: passage.plain.text,
      block: passage.block,
      kind: recognition.kind,
      headings: headingsAbove(record, passage),
      before: texts.slice(Math.max(0, index - reach), index),
      after: texts.slice(index + 1, index + 1 + reach),
    });
    const { tagging } = passage;
    if (tagging !== undefined) {
      const { label, secondary, origin } = tagging;
      const aspect = label === inferred.best ? inferred.aspect : undefined;
      return {
        ...{ passage, culture: label, secondary, confidence: 1, runnerUp: undefined, origin },
        ...{ aspect, estimate: label, inferred },
        get cues(): readonly Cue[] {
          return cuesOf(passage, inferred);
        },
      };
    }
    return {
      passage,
      culture: inferred.decided ? inferred.best : 'undecided',
      secondary: inferred.decided ? inferred.secondary : undefined,
      confidence: inferred.confidence,
      runnerUp: inferred.runnerUp,
      origin: 'inferred',
      aspect: inferred.aspect,
      estimate: inferred.best,
      inferred,
      get cues(): readonly Cue[] {
        return cuesOf(passage, inferred);
      },
    };
  });
}

function cuesOf(passage: Passage, inferred: CultureReading): readonly Cue[] {
  return inferred.cues.map(({ start, end, culture }) => ({
    text: passage.plain.text.slice(start, end),
    span: passageSpan(passage, start, end),
    culture,
  }));
}
