import { findDays } from '../text/dates.ts';
import { sourceSpan } from '../text/plain-text.ts';
import { shiftSpan, type Span } from '../text/span.ts';
import type { Cell, PassageElement } from './block-elements.ts';
import type { FrontMatter } from './front-matter.ts';
import type { HeaderValue } from './record.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A passage or heading of the record's top, with the offset that makes its spans absolute. */
export interface TopElement {
  readonly plain: PassageElement['plain'];
  readonly row: PassageElement['row'];
  /** Undefined for a heading. */
  readonly block: PassageElement['block'] | undefined;
  readonly offset: number;
}

/** Rows and lines of a header that stands in the text come among so many first passages. */
const headerRows = 24;
const headerLines = 8;
/** A header's value is no prose: longer ones aren't taken, lists of people excepted. */
const longestValue = 120;

/**
 * The header's values under their canonical keys, from the front matter, then from `**Label:** value` lines
 * and a two-column table at the top; `top` are the passages before the second section, `title` the first
 * heading, which may name the date. A key that stands in several places has its first value.
 */
export function readHeader(
  text: string,
  frontMatter: FrontMatter,
  top: readonly TopElement[],
  title: TopElement | undefined,
  vocabulary: Vocabulary,
): readonly HeaderValue[] {
  const values: HeaderValue[] = [];
  const add = (label: string, keySpan: Span, span: Span): boolean => {
    const field = vocabulary.headerField(label);
    if (field === undefined) return false;
    if (values.some(({ key }) => key === field.key)) return true;
    const inFrontMatter = span.end <= (frontMatter.span?.end ?? 0);
    if (!inFrontMatter && field.value !== 'people' && span.end - span.start > longestValue) return true;
    const written = text
      .slice(span.start, span.end)
      .replace(/\s+/g, ' ')
      .replace(/\*\*|__/g, '')
      .trim();
    const unquoted = /^(["']).*\1$/.test(written) ? written.slice(1, -1) : written;
    if (!inFrontMatter && field.value === 'people' && !namesPeople(unquoted)) return true;
    const iso = field.value === 'date' ? findDays(unquoted)[0]?.iso : undefined;
    values.push({ key: field.key, value: iso ?? unquoted, text: unquoted, keySpan, span });
    return true;
  };
  for (const { key, keySpan, span, value } of frontMatter.entries) {
    if (value !== '') add(key, keySpan, span);
  }
  top.slice(0, headerRows).forEach((element, index) => {
    if (element.row !== undefined) readRow(element, add);
    else if (index < headerLines) readLabelledLine(text, element, add);
  });
  if (title !== undefined && !values.some(({ key }) => key === 'date')) {
    const [day] = findDays(title.plain.text);
    if (day !== undefined) {
      const span = shiftSpan(sourceSpan(title.plain, day.start, day.end), title.offset);
      const written = title.plain.text.slice(day.start, day.end);
      values.push({ key: 'date', value: day.iso ?? written, text: written, keySpan: span, span });
    }
  }
  return values;
}

/** People are given by names or initials near the start, by number, or by role; prose isn't. */
function namesPeople(value: string): boolean {
  return (
    value.length <= 400 &&
    /^(?:[^.!?]{0,20}\p{Lu}[\p{L}.]*[\s,(/&]|\p{Lu}[\p{L}.' -]{0,30}$|\d{1,2}\s)/u.test(value) &&
    !/^\d+ ?%/.test(value)
  );
}

type AddField = (label: string, keySpan: Span, span: Span) => boolean;

/** A row of a two-column table: label, value. */
function readRow({ row, offset }: TopElement, add: AddField): void {
  if (row?.cells.length !== 2) return;
  // Markdown makes the first line of a form its table's header: that is a field too, if those below it are.
  if (addCells(row.cells, offset, add)) addCells(row.columns, offset, add);
}

/** Whether the first cell names a field. */
function addCells([label, value]: readonly Cell[], offset: number, add: AddField): boolean {
  if (label === undefined || value === undefined || value.plain.text === '') return false;
  return add(
    label.plain.text,
    shiftSpan(sourceSpan(label.plain, 0, label.plain.text.length), offset),
    shiftSpan(sourceSpan(value.plain, 0, value.plain.text.length), offset),
  );
}

/** `**Label:** value`, several on one line, with the colon within or behind the bold part; or `Label: value`. */
function readLabelledLine(text: string, element: TopElement, add: AddField): void {
  const { plain, offset } = element;
  // Overlapping candidates: in "BP Present: CL" both "BP Present" and "Present", of which one opens its line.
  const labels = [...plain.text.matchAll(/(?<=^|\s)(?=(\p{Lu}[\p{L}/&() -]{1,38}):(?:\s|$))/gu)].filter(
    (match) => {
      const start = offset + sourceSpan(plain, match.index, match.index + 1).start;
      const atLineStart =
        element.block === 'paragraph' &&
        (match.index === 0 || /[\r\n][ \t>]*(?:\*\*|__)?$/.test(text.slice(Math.max(0, start - 8), start)));
      return atLineStart || /(?:\*\*|__)$/.test(text.slice(Math.max(0, start - 2), start));
    },
  );
  labels.forEach((match, index) => {
    const label = match[1] ?? '';
    const from = match.index + label.length + 1;
    const to = labels[index + 1]?.index ?? plain.text.length;
    const raw = plain.text.slice(from, to);
    // The full stop of an initial is its own: "T.".
    const value = raw.trim().replace(/(?<![;,|]|(?<!\b\p{Lu})\.)(?:(?<!\b\p{Lu})\.|[;,|])+$/u, '');
    if (value === '' || value.length > 200) return;
    const start = from + (raw.length - raw.trimStart().length);
    add(
      label,
      shiftSpan(sourceSpan(plain, match.index, match.index + label.length), offset),
      shiftSpan(sourceSpan(plain, start, start + value.length), offset),
    );
  });
}
