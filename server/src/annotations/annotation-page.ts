import * as z from 'zod/mini';
import { createLineIndex } from '../text/line-index.ts';
import { findJsonFault } from './find-json-fault.ts';

/** How the sidecar of a record's comments is called: the record's name and this. */
export const commentsSuffix = '.annotations.json';

const annotationSchema = z.looseObject({
  id: z.optional(z.string()),
  body: z.optional(z.unknown()),
  target: z.optional(z.unknown()),
  creator: z.optional(z.unknown()),
  created: z.optional(z.string()),
  motivation: z.optional(z.unknown()),
});

/** A W3C Web Annotation as it stands in the file: what isn't known here is kept. */
export type Annotation = z.infer<typeof annotationSchema>;

/** The annotations of a file, with all that stands beside them. */
export interface AnnotationPage {
  readonly items: readonly Annotation[];
  readonly rest: Readonly<Record<string, unknown>>;
}

/** Where a file stops being what it should be: 1-based line and column, or the path of a value. */
export interface AnnotationProblem {
  readonly place: string;
}

const itemsSchema = z.array(annotationSchema);

/** The page of a record that has none yet. */
export const emptyPage: AnnotationPage = {
  items: [],
  rest: { '@context': 'http://www.w3.org/ns/anno.jsonld', type: 'AnnotationPage' },
};

/**
 * Reads a page, a list or a single annotation (W3C Web Annotation Data Model). Never throws: text that isn't JSON of
 * that shape gives the place of the fault.
 */
export function readAnnotationPage(json: string): AnnotationPage | AnnotationProblem {
  const text = json.replace(/^\uFEFF/, '');
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return { place: placeOfFault(text) };
  }
  if (typeof data !== 'object' || data === null) return { place: '1:1' };
  const { items: listed, ...rest } = 'items' in data ? data : { items: [data].flat(), ...emptyPage.rest };
  const items = z.safeParse(itemsSchema, listed);
  return items.success ? { items: items.data, rest } : { place: placeInItems(listed) };
}

/** The page as the text of a file, laid out so that versions of it can be compared. */
export function writeAnnotationPage({ items, rest }: AnnotationPage): string {
  return `${JSON.stringify({ ...rest, items }, undefined, 2)}\n`;
}

function placeOfFault(text: string): string {
  const { line, character } = createLineIndex(text).placeAt(findJsonFault(text));
  return `${line + 1}:${character + 1}`;
}

function placeInItems(items: unknown): string {
  if (!Array.isArray(items)) return 'items';
  return `items[${items.findIndex((each) => !annotationSchema.safeParse(each).success)}]`;
}
