import type { SupervisionRecord } from '../record/record.ts';
import type { Annotation, AnnotationPage } from './annotation-page.ts';
import { bodiesOf, textualBody } from './annotation-bodies.ts';
import { selectPassage } from './quotation.ts';
import { annotationId, type CommentKind } from './read-comments.ts';

/** Who writes a comment, and when; `id` is new in the world. */
export interface CommentOrigin {
  readonly id: string;
  readonly author: string;
  /** ISO date and time. */
  readonly now: string;
}

/** What a comment says. */
export interface CommentContent {
  readonly text: string;
  readonly kind?: CommentKind | undefined;
  /** Id of a capability ("pcf6"). */
  readonly capability?: string | undefined;
}

/** The page with a comment on a passage; `source` is the record's file name. */
export function addComment(
  page: AnnotationPage,
  record: SupervisionRecord,
  place: { readonly passage: number; readonly source: string },
  content: CommentContent,
  origin: CommentOrigin,
): AnnotationPage {
  const target = { source: place.source, selector: selectPassage(record, place.passage) };
  const motivation = content.kind === 'agree' ? 'assessing' : 'commenting';
  return { ...page, items: [...page.items, writeComment(content, origin, motivation, target)] };
}

/** The page with an answer in a thread; undefined where the thread isn't there. */
export function addReply(
  page: AnnotationPage,
  thread: string,
  content: CommentContent,
  origin: CommentOrigin,
): AnnotationPage | undefined {
  const at = page.items.findIndex((item, index) => annotationId(item, index) === thread);
  const first = page.items[at];
  if (first === undefined) return undefined;
  // One that had no id needs one, for its answer to name.
  const id = first.id ?? `${origin.id}-thread`;
  const items = page.items.map((item, index) => (index === at ? { ...item, id } : item));
  return { ...page, items: [...items, writeComment(content, origin, 'replying', id)] };
}

/** The page with other words for a comment; its kind and capabilities stay. Undefined where it isn't there. */
export function changeComment(
  page: AnnotationPage,
  id: string,
  text: string,
  now: string,
): AnnotationPage | undefined {
  const at = page.items.findIndex((item, index) => annotationId(item, index) === id);
  const item = page.items[at];
  if (item === undefined) return undefined;
  const kept = bodiesOf(item.body).filter(
    ({ purpose }) => purpose === 'tagging' || purpose === 'classifying',
  );
  const body = [
    textualBody(text, 'commenting'),
    ...kept.map(({ value, purpose }) => textualBody(value, purpose)),
  ];
  const changed: Annotation = { ...item, body, modified: now };
  return { ...page, items: page.items.map((each, index) => (index === at ? changed : each)) };
}

/** The page without a comment; the answers to it go with it. Undefined where it isn't there. */
export function removeComment(page: AnnotationPage, id: string): AnnotationPage | undefined {
  const items = page.items.filter((item, index) => annotationId(item, index) !== id && item.target !== id);
  return items.length === page.items.length ? undefined : { ...page, items };
}

function writeComment(
  { text, kind, capability }: CommentContent,
  { id, author, now }: CommentOrigin,
  motivation: string,
  target: unknown,
): Annotation {
  return {
    id,
    type: 'Annotation',
    motivation,
    created: now,
    ...(author === '' ? {} : { creator: { type: 'Person', name: author } }),
    body: [
      ...(text === '' ? [] : [textualBody(text, 'commenting')]),
      ...(kind === undefined ? [] : [textualBody(kind, 'classifying')]),
      ...(capability === undefined ? [] : [textualBody(capability, 'tagging')]),
    ],
    target,
  };
}
