import * as z from 'zod/mini';
import type { Passage, SupervisionRecord } from '../record/record.ts';
import { bringTag } from '../record/read-bring-marks.ts';
import { hashtagPattern, isCultureTag } from '../record/tags.ts';

/** Words that an annotation stands on, with what stood around them (W3C TextQuoteSelector), white space folded. */
export interface Quotation {
  readonly exact: string;
  /** What stood before; empty at the start or where it isn't known. */
  readonly prefix: string;
  readonly suffix: string;
}

/** So much of what stands around a passage is kept, in UTF-16 units; whole words. */
const contextLength = 48;

const quoteSchema = z.looseObject({
  type: z.literal('TextQuoteSelector'),
  exact: z.string(),
  prefix: z.optional(z.string()),
  suffix: z.optional(z.string()),
});

/** A text with white space folded, as quotations are compared. */
export function foldQuotation(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The words of a passage without the writer's own marks: tagging a passage doesn't change what is quoted of it. */
export function quotedText({ plain }: Pick<Passage, 'plain'>): string {
  const { text } = plain;
  if (!text.includes('#')) return foldQuotation(text);
  return foldQuotation(
    text.replace(hashtagPattern, (whole, lead: string, name: string) =>
      isCultureTag(name) || name.toLowerCase() === bringTag ? lead : whole,
    ),
  );
}

/** The quotation that stands for a passage. */
export function quotePassage({ passages }: SupervisionRecord, index: number): Quotation {
  const text = (at: number): string => {
    const passage = passages[at];
    return passage === undefined ? '' : quotedText(passage);
  };
  return { exact: text(index), prefix: lastWords(text(index - 1)), suffix: firstWords(text(index + 1)) };
}

/** The selectors of a passage: its quotation, and where it stood as a hint for other programs. */
export function selectPassage(record: SupervisionRecord, index: number): object[] {
  const { exact, prefix, suffix } = quotePassage(record, index);
  const span = record.passages[index]?.textSpan;
  return [
    {
      type: 'TextQuoteSelector',
      exact,
      ...(prefix === '' ? {} : { prefix }),
      ...(suffix === '' ? {} : { suffix }),
    },
    ...(span === undefined ? [] : [{ type: 'TextPositionSelector', start: span.start, end: span.end }]),
  ];
}

/** The quotation in an annotation's target; undefined for one on the whole record. */
export function readQuotation(target: unknown): Quotation | undefined {
  const selectors = [target].flat().flatMap((each) => {
    const { selector } = (each ?? {}) as { selector?: unknown };
    return [selector].flat();
  });
  for (const each of selectors) {
    const quote = z.safeParse(quoteSchema, each);
    if (!quote.success || quote.data.exact.trim() === '') continue;
    const { exact, prefix = '', suffix = '' } = quote.data;
    return { exact: foldQuotation(exact), prefix: foldQuotation(prefix), suffix: foldQuotation(suffix) };
  }
  return undefined;
}

function lastWords(text: string): string {
  if (text.length <= contextLength) return text;
  const from = text.indexOf(' ', text.length - contextLength);
  return from < 0 ? text.slice(-contextLength) : text.slice(from + 1);
}

function firstWords(text: string): string {
  if (text.length <= contextLength) return text;
  const to = text.lastIndexOf(' ', contextLength);
  return to <= 0 ? text.slice(0, contextLength) : text.slice(0, to);
}
