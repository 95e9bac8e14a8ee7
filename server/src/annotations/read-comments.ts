import type { Passage } from '../record/record.ts';
import { bodiesOf } from './annotation-bodies.ts';
import type { Annotation, AnnotationPage } from './annotation-page.ts';
import { findQuotation } from './find-quotation.ts';
import { quotedText, readQuotation } from './quotation.ts';
import { readFilePage, readMark } from './read-marks.ts';

/** What kinds a comment can be said to be. `agree`: its author reads the passage as the tool does. */
export const commentKinds = ['keep-doing', 'say-more', 'must-do', 'agree'] as const;

/** One of {@link commentKinds}. */
export type CommentKind = (typeof commentKinds)[number];

/** What somebody wrote beside a record. */
export interface RecordComment {
  /** Its own id in the file, or one made of its place there ("3"). */
  readonly id: string;
  /** The id of the comment that begins its thread: its own, or the one that it answers. */
  readonly thread: string;
  /** Index of the passage that it stands on; undefined: on the record as a whole, or its words are gone. */
  readonly passage: number | undefined;
  /** The words that it was made on; empty for the whole record. */
  readonly quotation: string;
  readonly author: string;
  /** ISO day or time; empty where none is given. */
  readonly created: string;
  readonly text: string;
  /** Undefined where its author didn't say. */
  readonly kind: CommentKind | undefined;
  /** Ids of capabilities that it names ("pcf6"). */
  readonly capabilities: readonly string[];
}

/** {@link commentsOf} a file's text; undefined where that isn't JSON of the right shape. Never throws. */
export function readComments(json: string, passages: readonly Passage[]): RecordComment[] | undefined {
  const page = readFilePage(json);
  return 'place' in page ? undefined : commentsOf(page, passages);
}

/** The comments of a page, each on the passage that holds its words, in the order of the file; the writer's marks aren't comments. */
export function commentsOf({ items }: AnnotationPage, passages: readonly Passage[]): RecordComment[] {
  const texts = passages.map(quotedText);
  const ids = new Map(items.map((item, index) => [annotationId(item, index), item]));
  return items.flatMap((item, index): RecordComment[] => {
    const bodies = bodiesOf(item.body);
    const valuesFor = (purpose: string): string[] =>
      bodies.filter((body) => body.purpose === purpose).map(({ value }) => value);
    const text = bodies
      .filter(({ purpose }) => purpose !== 'tagging' && purpose !== 'classifying')
      .map(({ value }) => value)
      .join('\n')
      .trim();
    if (text === '' && readMark(item) !== undefined) return [];
    const capabilities = valuesFor('tagging').map((value) => value.replace(/^#/, '').toLowerCase());
    const said = valuesFor('classifying');
    const kind = commentKinds.find((each) => said.includes(each));
    if (text === '' && capabilities.length === 0 && kind === undefined) return [];
    const id = annotationId(item, index);
    const answered = typeof item.target === 'string' ? ids.get(item.target) : undefined;
    const quotation = readQuotation((answered ?? item).target);
    return [
      {
        id,
        thread: answered === undefined ? id : (item.target as string),
        passage: quotation === undefined ? undefined : findQuotation(texts, quotation),
        quotation: quotation?.exact ?? '',
        author: nameOf(item.creator),
        created: /^\d{4}-\d\d-\d\d/.test(item.created ?? '') ? (item.created ?? '') : '',
        text,
        kind,
        capabilities,
      },
    ];
  });
}

/** The id of an annotation in its file. */
export function annotationId({ id }: Annotation, index: number): string {
  return id ?? String(index);
}

function nameOf(creator: unknown): string {
  if (typeof creator === 'string') return /^https?:|^urn:|^mailto:/.test(creator) ? '' : creator;
  if (typeof creator !== 'object' || creator === null) return '';
  const { name, nickname } = creator as { name?: unknown; nickname?: unknown };
  return typeof name === 'string' ? name : typeof nickname === 'string' ? nickname : '';
}
