import * as z from 'zod/mini';
import type { Passage } from '../record/record.ts';

/** What somebody wrote beside a record. */
export interface ReportComment {
  /** Index of the passage that it stands on; undefined: on the record as a whole, or its words are gone. */
  readonly passage: number | undefined;
  /** The words that it was made on; empty for the whole record. */
  readonly quotation: string;
  readonly author: string;
  /** ISO day or time; empty where none is given. */
  readonly created: string;
  readonly text: string;
  /** Ids of capabilities that it names ("pcf6"). */
  readonly capabilities: readonly string[];
}

/** How the sidecar of a record's comments is called: the record's name and this. */
export const commentsSuffix = '.annotations.json';

const annotationSchema = z.looseObject({
  body: z.optional(z.unknown()),
  target: z.optional(z.unknown()),
  creator: z.optional(z.unknown()),
  created: z.optional(z.string()),
});
const pageSchema = z.union([
  z.array(annotationSchema),
  z.looseObject({ items: z.array(annotationSchema) }),
  annotationSchema,
]);
const oneBody = z.union([
  z.string(),
  z.looseObject({ value: z.optional(z.string()), purpose: z.optional(z.string()) }),
]);
const bodySchema = z.union([oneBody, z.array(oneBody)]);

/**
 * Reads W3C Web Annotations (a page, a list or a single one) and puts each on the passage that holds its text
 * quote. Undefined where the text isn't JSON of that shape; never throws.
 */
export function readComments(json: string, passages: readonly Passage[]): ReportComment[] | undefined {
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch {
    return undefined;
  }
  const page = z.safeParse(pageSchema, data);
  if (!page.success) return undefined;
  const items = Array.isArray(page.data) ? page.data : 'items' in page.data ? page.data.items : [page.data];
  return (items as z.infer<typeof annotationSchema>[]).flatMap((item) => {
    const bodies = bodiesOf(item.body);
    const text = bodies
      .filter(({ purpose }) => purpose !== 'tagging')
      .map(({ value }) => value)
      .join('\n')
      .trim();
    const capabilities = bodies
      .filter(({ purpose }) => purpose === 'tagging')
      .map(({ value }) => value.replace(/^#/, '').toLowerCase());
    if (text === '' && capabilities.length === 0) return [];
    const quotation = quotationOf(item.target);
    return [
      {
        passage: quotation === undefined ? undefined : findPassage(passages, quotation),
        quotation: quotation?.exact ?? '',
        author: nameOf(item.creator),
        created: /^\d{4}-\d\d-\d\d/.test(item.created ?? '') ? (item.created ?? '') : '',
        text,
        capabilities,
      },
    ];
  });
}

interface Quotation {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

function bodiesOf(body: unknown): { readonly value: string; readonly purpose: string }[] {
  const read = z.safeParse(bodySchema, body);
  if (!read.success) return [];
  return [read.data].flat().map((each) => {
    if (typeof each === 'string') return { value: each, purpose: 'commenting' };
    const { value, purpose } = each;
    return { value: value ?? '', purpose: purpose ?? 'commenting' };
  });
}

function nameOf(creator: unknown): string {
  if (typeof creator === 'string') return /^https?:|^urn:|^mailto:/.test(creator) ? '' : creator;
  if (typeof creator !== 'object' || creator === null) return '';
  const { name, nickname } = creator as { name?: unknown; nickname?: unknown };
  return typeof name === 'string' ? name : typeof nickname === 'string' ? nickname : '';
}

function quotationOf(target: unknown): Quotation | undefined {
  const selectors = [target].flat().flatMap((each) => {
    const { selector } = (each ?? {}) as { selector?: unknown };
    return [selector].flat();
  });
  for (const each of selectors) {
    const { type, exact, prefix, suffix } = (each ?? {}) as Readonly<Record<string, unknown>>;
    if (type !== 'TextQuoteSelector' || typeof exact !== 'string' || exact.trim() === '') continue;
    const words = (value: unknown): string => (typeof value === 'string' ? fold(value) : '');
    return { exact: fold(exact), prefix: words(prefix), suffix: words(suffix) };
  }
  return undefined;
}

/** The passage with the quoted words; of several the one whose words around them fit. */
function findPassage(passages: readonly Passage[], { exact, prefix, suffix }: Quotation): number | undefined {
  const holding = passages.filter(({ plain }) => fold(plain.text).includes(exact));
  const fitting = holding.find(({ plain }) => {
    const text = fold(plain.text);
    const at = text.indexOf(exact);
    const [before, after] = [text.slice(0, at).trim(), text.slice(at + exact.length).trim()];
    // What stands around may reach into the passages either side.
    return (
      (before.endsWith(prefix) || prefix.endsWith(before)) &&
      (after.startsWith(suffix) || suffix.startsWith(after))
    );
  });
  return (fitting ?? holding[0])?.index;
}

function fold(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
