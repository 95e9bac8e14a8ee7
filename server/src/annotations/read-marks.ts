import type { PlacedMark, MarksBeside } from '../record/put-marks.ts';
import { promptStates } from '../record/assemble-structure.ts';
import { bringTag } from '../record/read-bring-marks.ts';
import { readSwitch } from '../record/switches.ts';
import { readTags, tagNames } from '../record/tags.ts';
import type { SupervisionRecord } from '../record/record.ts';
import { replaceComments } from '../text/replace-comments.ts';
import { readAnnotationPage, type Annotation, type AnnotationPage } from './annotation-page.ts';
import { bodiesOf } from './annotation-bodies.ts';
import { findQuotation } from './find-quotation.ts';
import { foldQuotation, quotedText, readQuotation, type Quotation } from './quotation.ts';

/** A mark of the writer's in an annotation: what it says, and the words that it stands on (undefined: the record). */
export interface Mark {
  readonly says: MarkContent;
  readonly quotation: Quotation | undefined;
}

type MarkContent =
  | Pick<Extract<PlacedMark, { type: 'tag' }>, 'type' | 'tagging'>
  | Pick<Extract<PlacedMark, { type: 'bring' }>, 'type'>
  | Pick<Extract<PlacedMark, { type: 'switch' }>, 'type' | 'rules'>
  | { readonly type: 'prompt'; readonly id: string; readonly state: (typeof promptStates)[number] };

/** The file beside a record as far as it holds marks. */
export interface BesideFile {
  readonly items: readonly Annotation[];
  /** Where it can't be read; undefined: it can. */
  readonly problem: string | undefined;
}

/** Reads the text of the file beside a record; undefined where it holds no marks. Never throws. */
export function readBeside(json: string): BesideFile | undefined {
  const page = readFilePage(json);
  if ('place' in page) return { items: [], problem: page.place };
  const items = page.items.filter((item) => readMark(item) !== undefined);
  return items.length === 0 ? undefined : { items, problem: undefined };
}

/** {@link readAnnotationPage}, but an empty file, as editors make it first, is a page without annotations. */
export function readFilePage(json: string): ReturnType<typeof readAnnotationPage> {
  return readAnnotationPage(json.trim() === '' ? '[]' : json);
}

const switchWords = 'supervision-lens-';

/**
 * The mark that an annotation is: motivation `classifying` with a tag's name, or `tagging` with what else stands in
 * a text as a hashtag or a comment (`bring`, `supervision-lens-disable RULE`, `supervision-lens-prompt: ID put-down`).
 * Undefined for a comment, or what isn't known here.
 */
export function readMark({ motivation, body, target }: Annotation): Mark | undefined {
  const motivations = [motivation].flat();
  const quotation = readQuotation(target);
  const valuesFor = (purpose: string): string[] =>
    motivations.includes(purpose)
      ? bodiesOf(body).flatMap((each) => (each.purpose === purpose ? [each.value.trim()] : []))
      : [];
  const names = valuesFor('classifying').filter((value) => isTagName(value));
  const span = { start: 0, end: 0 };
  const { tagging } = readTags(names.length === 0 ? [] : [{ form: 'comment', values: names, span }]);
  if (tagging !== undefined)
    return quotation === undefined ? undefined : { says: { type: 'tag', tagging }, quotation };
  for (const value of valuesFor('tagging')) {
    if (value.replace(/^#/, '').toLowerCase() === bringTag)
      return quotation === undefined ? undefined : { says: { type: 'bring' }, quotation };
    if (!value.startsWith(switchWords)) continue;
    const says = readPromptState(value) ?? readSwitchedOff(value, quotation !== undefined);
    if (says !== undefined) return { says, quotation };
  }
  return undefined;
}

function isTagName(value: string): boolean {
  return value.toLowerCase() === 'none' || tagNames.some((name) => name === value.toLowerCase());
}

function readPromptState(value: string): MarkContent | undefined {
  const [, id, said] = /^supervision-lens-prompt:\s*(\S+)\s+(\S+)$/.exec(value) ?? [];
  const state = promptStates.find((each) => each === said);
  return id === undefined || state === undefined ? undefined : { type: 'prompt', id, state };
}

function readSwitchedOff(value: string, hasQuotation: boolean): MarkContent | undefined {
  const read = readSwitch({ content: value, lead: 0, span: { start: 0, end: 0 } });
  const isRight = hasQuotation ? read?.kind === 'disable' : read?.kind === 'disable-file';
  return read === undefined || !isRight
    ? undefined
    : { type: 'switch', rules: read.rules.map(({ id }) => id) };
}

/** What an annotation of a page is in a record: a mark at its place, one whose words are gone, or no mark. */
export type ItemPlace = PlacedMark | 'gone' | 'no-mark';

/** Each annotation's place, in the order of the page. A state of a prompt that isn't there any more is no mark. */
export function placeItems(items: AnnotationPage['items'], record: SupervisionRecord): ItemPlace[] {
  const texts = record.passages.map(quotedText);
  return items.map((item): ItemPlace => {
    const mark = readMark(item);
    if (mark === undefined) return 'no-mark';
    const { says, quotation } = mark;
    if (says.type === 'prompt') return placePrompt(record, says, quotation);
    if (quotation === undefined) return says.type === 'switch' ? { ...says, passage: undefined } : 'no-mark';
    const passage = findQuotation(texts, quotation);
    return passage === undefined ? 'gone' : { ...says, passage };
  });
}

/** The prompt by its id; of several the first with the quoted words, else the first. */
function placePrompt(
  record: SupervisionRecord,
  { id, state }: Extract<MarkContent, { type: 'prompt' }>,
  quotation: Quotation | undefined,
): ItemPlace {
  const found = record.prompts.flatMap((prompt, index) => (prompt.id === id ? [index] : []));
  const same = found.find((index) => quotePrompt(record, index) === quotation?.exact);
  const prompt = same ?? found[0];
  return prompt === undefined ? 'no-mark' : { type: 'prompt', prompt, state };
}

/** The words of a prompt as they are quoted, without Markdown's marks around them. */
export function quotePrompt({ prompts, text }: SupervisionRecord, index: number): string {
  const span = prompts[index]?.span ?? { start: 0, end: 0 };
  const source = replaceComments(text.slice(span.start, span.end), () => '');
  return foldQuotation(source.replace(/^[ \t]*>[ \t]?/gm, '').replaceAll('**', ''));
}

/** The marks of a file at their places in a record as it is now. */
export function placeMarks({ items, problem }: BesideFile, record: SupervisionRecord): MarksBeside {
  const places = placeItems(items, record);
  return {
    placed: places.filter((place) => typeof place === 'object'),
    gone: places.filter((place) => place === 'gone').length,
    problem,
  };
}
