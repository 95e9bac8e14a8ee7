import { isLimitedPassage, isLimitedRecord } from '../../record/limited.ts';
import type { Analysis } from '../../analysis/analyse.ts';
import type { PassageReading } from '../../culture/read-passages.ts';
import { headingsAbove, type SupervisionRecord } from '../../record/record.ts';
import { createLineIndex } from '../../text/line-index.ts';
import type { Span } from '../../text/span.ts';
import type { PassageEntry, RecordEntry, Region } from './check-output.ts';
import { passageId } from '../../report/content/record-names.ts';

/** The key of a run as it is written. */
export type KeyText = (by: 'person' | 'team', name: string) => string;

/** How records and runs are written. */
export interface EntryOptions {
  /** Write the best guess where a passage is undecided. */
  readonly decide: boolean;
  /** What is written of a header's value; undefined: the value is left out. */
  readonly headerText: (key: string, value: string) => string | undefined;
  /** What is written of the key of a run. */
  readonly keyText: KeyText;
  /** The working directory: paths are relative to it. */
  readonly cwd: string;
  /** Takes identifiers out of an entry; undefined: they stay. */
  readonly redact?: (entry: RecordEntry, analysis: Analysis) => RecordEntry;
}

/** Finds the region of a span in one text. */
export type RegionOf = (span: Span) => Region;

/** Makes a {@link RegionOf}. */
export function createRegions(text: string): RegionOf {
  const lines = createLineIndex(text);
  return ({ start, end }) => {
    const [first, last] = [lines.placeAt(start), lines.placeAt(end)];
    return {
      line: first.line + 1,
      column: first.character + 1,
      endLine: last.line + 1,
      endColumn: last.character + 1,
    };
  };
}

/** A record as JSON has it; `name` is what its passages' ids start with. */
export function toRecordEntry(
  path: string,
  name: string,
  analysis: Analysis,
  options: EntryOptions,
): RecordEntry {
  const { record, readings, profile, strengths, observations, findings } = analysis;
  const { kind, origin, subtype } = record.recognition;
  const region = createRegions(record.text);
  const { evenness, words, undecidedWords, neutralWords, shares } = profile;
  return {
    path,
    kind,
    kindOrigin: origin,
    subtype: subtype ?? null,
    header: headerEntry(record, options),
    passages: readings.map((reading) => passageEntry(record, name, reading, region, options)),
    profile: {
      professional: round(shares.professional),
      managed: round(shares.managed),
      humanistic: round(shares.humanistic),
      democratic: round(shares.democratic),
      evenness: round(evenness),
      words,
      undecidedWords,
      neutralWords,
    },
    actions: record.actions.map(({ text, owner, due, dueText, done, span }) => ({
      text,
      owner: owner ?? null,
      due: due ?? null,
      dueText: dueText ?? null,
      done,
      ...region(span),
    })),
    prompts: record.prompts.map(({ id, state, span }) => ({ id, line: region(span).line, state })),
    observations: observations.map(({ topic, passages }) => ({
      topic,
      present: passages.length > 0,
      evidence: passages.map((index) => passageId(name, index)),
    })),
    strengths: strengths.map(({ message, passage }) => ({
      message,
      passage: passageId(name, passage.index),
    })),
    findings: findings.map(({ rule, severity, message, span, related }) => ({
      rule,
      severity,
      message,
      ...region(span),
      related: related.map((each) => ({ path, ...region(each.span), message: each.message })),
    })),
    groupQuestions: openOnly(record, record.groupQuestions).map(({ text, passage, span }) => ({
      text,
      passage: passageId(name, passage),
      ...region(span),
    })),
    bring: openOnly(record, record.bring).map(({ passage }) => passageId(name, passage)),
  };
}

/** What stands in passages whose circulation isn't limited: a list shows no others. */
function openOnly<Mark extends { readonly passage: number }>(
  record: SupervisionRecord,
  marks: readonly Mark[],
): Mark[] {
  if (isLimitedRecord(record)) return [];
  return marks.filter(({ passage }) => {
    const own = record.passages[passage];
    return own !== undefined && !isLimitedPassage(record, own);
  });
}

function passageEntry(
  record: SupervisionRecord,
  name: string,
  reading: PassageReading,
  region: RegionOf,
  { decide }: EntryOptions,
): PassageEntry {
  const { passage, culture, secondary, confidence, runnerUp, origin, aspect, cues, estimate } = reading;
  return {
    id: passageId(name, passage.index),
    ...region(passage.span),
    block: passage.block,
    headings: headingsAbove(record, passage),
    voice: passage.voices[0]?.voice ?? null,
    culture: decide && culture === 'undecided' ? estimate : culture,
    secondary: secondary ?? null,
    confidence: round(confidence),
    runnerUp:
      runnerUp === undefined ? null : { culture: runnerUp.culture, confidence: round(runnerUp.confidence) },
    origin,
    aspect: aspect ?? null,
    cues: cues.map((cue) => {
      const { line, column } = region(cue.span);
      return { text: cue.text, line, column, culture: cue.culture };
    }),
  };
}

function headerEntry(record: SupervisionRecord, { headerText }: EntryOptions): Record<string, string> {
  const entries = record.header.map(({ key, value }) => [key, headerText(key, value)] as const);
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => entry[1] !== undefined));
}

/** Four decimals: as fine as the confidences are, and the same on every machine. */
function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
