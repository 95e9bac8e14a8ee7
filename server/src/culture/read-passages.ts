import { passageSpan, type Passage, type SupervisionRecord } from '../record/record.ts';
import type { PassageBlock, RecordKind } from '../terms/kinds.ts';
import type { PlainText } from '../text/plain-text.ts';
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

/** A reader that remembers what it read last of each text, with all that the reading hung on. */
export type PassagesReader = (record: SupervisionRecord) => PassageReading[];

/** What a reading was made from: as long as all of it is the same, so is the reading. */
interface KnownReading {
  readonly kind: RecordKind;
  readonly block: PassageBlock;
  readonly headings: readonly string[];
  /** The passages either side, by their plain texts. */
  readonly around: readonly (PlainText | undefined)[];
  readonly reading: CultureReading;
}

/** Reads every passage of a record in its context, in order. */
export function readPassages(record: SupervisionRecord, reader: CultureReader): PassageReading[] {
  return createPassagesReader(reader)(record);
}

/**
 * Makes a reader of whole records. An edit leaves the plain texts of most passages as they are, and a reading hangs
 * on texts, kind, block and headings alone, so that only those within reach of the edit are made again.
 */
export function createPassagesReader(reader: CultureReader): PassagesReader {
  const remembered = new WeakMap<PlainText, KnownReading>();
  return (record) => {
    const headings = headingsBySection(record);
    return record.passages.map((passage, index) => {
      const known = remembered.get(passage.plain);
      const above = passage.section === undefined ? noHeadings : (headings[passage.section] ?? noHeadings);
      if (known !== undefined && isSame(known, record, index, above))
        return toPassageReading(passage, known.reading);
      const { block, plain } = passage;
      const { kind } = record.recognition;
      const near = record.passages.slice(Math.max(0, index - reach), index + 1 + reach);
      const texts = near.map((each) => each.plain.text);
      const own = Math.min(reach, index);
      const reading = reader.read({
        text: plain.text,
        block,
        kind,
        headings: above,
        before: texts.slice(0, own),
        after: texts.slice(own + 1),
      });
      const around = offsetsAround.map((offset) => record.passages[index + offset]?.plain);
      remembered.set(plain, { kind, block, headings: above, around, reading });
      return toPassageReading(passage, reading);
    });
  };
}

const noHeadings: readonly string[] = [];
/** Where the passages within reach stand, from a passage: -4 to 4, itself left out. */
const offsetsAround = Array.from({ length: 2 * reach + 1 }, (_, place) => place - reach).filter(
  (offset) => offset !== 0,
);

/** For each section the titles from the outermost heading down to its own. */
function headingsBySection({ sections }: SupervisionRecord): readonly (readonly string[])[] {
  const titles: (readonly string[])[] = [];
  for (const { parent, title } of sections)
    titles.push([...(parent === undefined ? [] : (titles[parent] ?? [])), title]);
  return titles;
}

function isSame(
  known: KnownReading,
  { passages, recognition }: SupervisionRecord,
  index: number,
  headings: readonly string[],
): boolean {
  if (known.kind !== recognition.kind || known.block !== passages[index]?.block) return false;
  for (let place = 0; place < offsetsAround.length; place++)
    if (known.around[place] !== passages[index + offsetsAround[place]!]?.plain) return false;
  if (known.headings.length !== headings.length) return false;
  return known.headings.every((title, level) => title === headings[level]);
}

function toPassageReading(passage: Passage, inferred: CultureReading): PassageReading {
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
}

function cuesOf(passage: Passage, inferred: CultureReading): readonly Cue[] {
  return inferred.cues.map(({ start, end, culture }) => ({
    text: passage.plain.text.slice(start, end),
    span: passageSpan(passage, start, end),
    culture,
  }));
}
