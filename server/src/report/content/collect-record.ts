import { isLimitedPassage } from '../../record/limited.ts';
import type { Analysis } from '../../analysis/analyse.ts';
import { describeReading } from '../../balance/describe-reading.ts';
import { messageInTable, type Messages } from '../../balance/messages.ts';
import { computeProfile } from '../../balance/profile.ts';
import type { PassageReading } from '../../culture/read-passages.ts';
import { headerValue, headingsAbove, type SupervisionRecord } from '../../record/record.ts';
import type { StandardsBook } from '../../standards/standards-book.ts';
import { readStandardTags } from '../../standards/read-standard-tags.ts';
import { createLineIndex } from '../../text/line-index.ts';
import type { RecordComment } from '../../annotations/read-comments.ts';
import { passageText, promptText } from './passage-text.ts';
import type { ReportLine, ReportPassage, ReportRecord } from './report-content.ts';

/** Takes identifiers out of a text; without redaction it gives the text back. */
export type Redact = (text: string) => string;

/** What a record in a report is made from. */
export interface CollectParts {
  /** As it is shown. */
  readonly path: string;
  readonly name: string;
  readonly analysis: Analysis;
  readonly comments: readonly RecordComment[];
  readonly messages: Messages;
  readonly standards: StandardsBook;
  readonly redact: Redact;
  readonly withMarks: boolean;
  /** What is shown of a header's value; undefined: nothing. */
  readonly headerText: (key: string, value: string) => string | undefined;
}

/** A record as reports show it, without its limited sections. */
export function collectRecord(parts: CollectParts): ReportRecord {
  const { analysis, path, name, messages, redact, comments } = parts;
  const { record, readings } = analysis;
  const open = readings.filter(({ passage }) => !isLimitedPassage(record, passage));
  const shown = new Set(open.map(({ passage }) => passage.index));
  const profile = open.length === readings.length ? analysis.profile : computeProfile(open);
  const date = headerValue(record, 'date')?.value;
  const told = comments.map((comment) => shownComment(comment, messages, redact));
  const place = createLineIndex(record.text);
  const brought = new Set(record.bring.map(({ passage }) => passage));
  const firstHeading = record.sections.find((_, index) => !isLimitedSection(record, index));
  return {
    path,
    name,
    title: redact(firstHeading?.title ?? name),
    kind: record.recognition.kind,
    date: date !== undefined && /^\d{4}-\d\d-\d\d$/.test(date) ? date : undefined,
    reading: describeReading(open, profile, messages),
    profile,
    strengths: analysis.strengths
      .filter(({ passage }) => shown.has(passage.index))
      .map(({ message, passage }) => ({ message: redact(message), passage: passage.index })),
    passages: open.map((reading) =>
      collectPassage(reading, parts, {
        line: place.placeAt(reading.passage.span.start).line + 1,
        bring: brought.has(reading.passage.index),
        comments: told.filter(({ passage }) => passage === reading.passage.index),
      }),
    ),
    lines: collectLines(open, parts),
    comments: told.filter(({ passage, quotation }) => passage === undefined && quotation === ''),
    // What a comment was on that has lost its words can't be told: it may have been a limited part.
    strayComments:
      record.limits.length > 0
        ? []
        : told.filter(({ passage, quotation }) => passage === undefined && quotation !== ''),
    leftOut: readings.length - open.length,
  };
}

function collectPassage(
  reading: PassageReading,
  { analysis: { record }, name, redact, withMarks, standards }: CollectParts,
  rest: Pick<ReportPassage, 'line' | 'bring' | 'comments'>,
): ReportPassage {
  const { passage, culture, secondary, confidence, runnerUp, origin, aspect, estimate } = reading;
  return {
    ...rest,
    id: `${name}#${String(passage.index + 1).padStart(2, '0')}`,
    index: passage.index,
    headings: headingsAbove(record, passage).map(redact),
    block: passage.block,
    voice: passage.voices[0]?.voice,
    culture,
    secondary,
    confidence: Math.round(confidence * 10_000) / 10_000,
    runnerUp: runnerUp?.culture,
    estimate,
    origin,
    aspect,
    words: passage.words,
    text: redact(passageText(reading, withMarks)),
    standards: readStandardTags(passage.plain.text, standards),
  };
}

/** Header values from the front matter, headings, answered prompts and passages, as they follow each other. */
function collectLines(
  open: readonly PassageReading[],
  { analysis: { record }, redact, withMarks, headerText }: CollectParts,
): ReportLine[] {
  const placed: { readonly start: number; readonly line: ReportLine }[] = [];
  const add = (start: number, text: string, passage?: number): number =>
    placed.push({ start, line: { text: redact(text), passage } });
  for (const { key, value, span } of record.header) {
    if (record.frontMatter === undefined || span.end > record.frontMatter.end) continue;
    const text = headerText(key, value);
    if (text !== undefined) add(span.start, `${key}: ${text}`);
  }
  record.sections.forEach(({ title, headingSpan }, index) => {
    if (!isLimitedSection(record, index)) add(headingSpan.start, title);
  });
  for (const { state, span } of record.prompts) {
    const section = record.sections.findLastIndex(
      (each) => each.span.start <= span.start && span.end <= each.span.end,
    );
    if ((withMarks || state === 'answered') && !isLimitedSection(record, section))
      add(span.start, promptText(record.text.slice(span.start, span.end)));
  }
  for (const reading of open)
    add(reading.passage.span.start, passageText(reading, withMarks), reading.passage.index);
  return placed.sort((a, b) => a.start - b.start).map(({ line }) => line);
}

function isLimitedSection({ limits, sections }: SupervisionRecord, section: number): boolean {
  for (let index: number | undefined = section; index !== undefined; index = sections[index]?.parent)
    if (limits.some((limit) => limit.section === index)) return true;
  return false;
}

/** A comment as reports show it: its kind in words before its own. */
function shownComment(comment: RecordComment, messages: Messages, redact: Redact): RecordComment {
  const { author, text, quotation, kind } = comment;
  const inWords = kind === undefined ? '' : messageInTable(messages.workspace, 'comment-kinds', kind);
  const said = [inWords, redact(text)].filter((each) => each !== '').join(': ');
  return { ...comment, author: redact(author), text: said, quotation: redact(quotation) };
}
