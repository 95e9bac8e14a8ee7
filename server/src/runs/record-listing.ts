import { bringTag } from '../record/read-bring-marks.ts';
import { isLimitedPassage } from '../record/limited.ts';
import { recordSpan } from '../balance/rule.ts';
import type { SupervisionRecord } from '../record/record.ts';
import { createLineIndex, type LineIndex, type PlaceSpan } from '../text/line-index.ts';
import type { Span } from '../text/span.ts';

/** A passage that a list shows, with its first words. */
export interface ListedPassage {
  readonly text: string;
  readonly place: PlaceSpan;
}

/** What a list of records shows of one, besides its date and key. Nothing of passages whose circulation is limited. */
export interface RecordListing {
  /** The words of its first heading; undefined where it has none. */
  readonly title: string | undefined;
  /** Where findings on its run stand. */
  readonly titlePlace: PlaceSpan;
  readonly openActions: number;
  /** Marked `#bring`: to be brought to supervision. */
  readonly bring: readonly ListedPassage[];
  /** Under a heading such as "For the group". */
  readonly groupQuestions: readonly ListedPassage[];
}

const bringMarks = new RegExp(`(?<![\\p{L}\\p{N}#])#${bringTag}(?![\\p{L}\\p{N}-])`, 'giu');
/** A list shows so many characters of a passage at most. */
const shownLength = 160;

/** Lists a record whose circulation isn't limited as a whole: the caller sees to that. */
export function listRecord(record: SupervisionRecord): RecordListing {
  const lines = createLineIndex(record.text);
  const open = record.passages.filter((passage) => !isLimitedPassage(record, passage));
  const listed = (of: typeof open): ListedPassage[] =>
    of.map(({ plain, textSpan }) => ({ text: firstWords(plain.text), place: placeSpan(lines, textSpan) }));
  const passagesOf = (marks: readonly { readonly passage: number }[]): typeof open =>
    open.filter(({ index }) => marks.some(({ passage }) => passage === index));
  return {
    title: record.sections.find(({ title }) => title !== '')?.title,
    titlePlace: placeSpan(lines, recordSpan(record)),
    openActions: record.actions.filter(
      ({ done, passage }) => !done && open.some(({ index }) => index === passage),
    ).length,
    bring: listed(passagesOf(record.bring)),
    groupQuestions: listed(passagesOf(record.groupQuestions).filter(({ task }) => task?.done !== true)),
  };
}

/** A span of a text as lines and characters. */
export function placeSpan(lines: LineIndex, { start, end }: Span): PlaceSpan {
  return { start: lines.placeAt(start), end: lines.placeAt(end) };
}

/** The first words of a passage, cut at a word. */
export function firstWords(text: string): string {
  const words = text.replace(bringMarks, ' ').replace(/\s+/g, ' ').trim();
  if (words.length <= shownLength) return words;
  const cut = words.lastIndexOf(' ', shownLength);
  return `${words.slice(0, cut > 0 ? cut : shownLength)}…`;
}
