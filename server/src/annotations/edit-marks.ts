import type { InsertedPrompt, SupervisionRecord } from '../record/record.ts';
import type { PlacedMark } from '../record/put-marks.ts';
import type { PassageLabel } from '../terms/cultures.ts';
import { textualBody } from './annotation-bodies.ts';
import type { Annotation, AnnotationPage } from './annotation-page.ts';
import { selectPassage } from './quotation.ts';
import { placeItems, quotePrompt } from './read-marks.ts';

/** What the writer wants to say of a record, wherever it is kept. Passages and prompts are indices in the record. */
export type MarkChange =
  /** `label` undefined: its own tag is taken off. */
  | { readonly type: 'tag'; readonly passage: number; readonly label: PassageLabel | undefined }
  | { readonly type: 'bring'; readonly passage: number; readonly isBrought: boolean }
  /** `passage` undefined: in the whole record. */
  | {
      readonly type: 'switch';
      readonly passage: number | undefined;
      readonly rule: string;
      readonly isOff: boolean;
    }
  | { readonly type: 'prompt'; readonly prompt: number; readonly state: InsertedPrompt['state'] | undefined }
  /** Marks whose words are gone are taken out of the file. */
  | { readonly type: 'forget-gone' };

/** What a new annotation is written with; `id` is new in the world, `source` the record's file name. */
export interface MarkOrigin {
  readonly id: string;
  readonly source: string;
}

/** The page after a change, what it replaces taken out; all other annotations stay as they are. */
export function changeMark(
  page: AnnotationPage,
  record: SupervisionRecord,
  change: MarkChange,
  origin: MarkOrigin,
): AnnotationPage {
  const cleared = clearMark(page, record, change);
  const added = writeMark(record, change, origin);
  return added === undefined ? cleared : { ...cleared, items: [...cleared.items, added] };
}

/** The page without what a change replaces; the same page where there is nothing of it. */
export function clearMark(
  page: AnnotationPage,
  record: SupervisionRecord,
  change: MarkChange,
): AnnotationPage {
  const places = placeItems(page.items, record);
  const items = page.items.filter((_, index) => {
    const place = places[index];
    if (place === 'gone') return change.type !== 'forget-gone';
    return typeof place !== 'object' || !isReplaced(place, change);
  });
  return items.length === page.items.length ? page : { ...page, items };
}

function isReplaced(mark: PlacedMark, change: MarkChange): boolean {
  switch (mark.type) {
    case 'tag':
    case 'bring':
      return change.type === mark.type && change.passage === mark.passage;
    case 'switch': {
      if (change.type !== 'switch' || change.passage !== mark.passage) return false;
      return mark.rules.length === 1 && mark.rules[0] === change.rule;
    }
    case 'prompt':
      return change.type === 'prompt' && change.prompt === mark.prompt;
  }
}

/** The annotation that says it; undefined for a change that only takes something off. */
function writeMark(
  record: SupervisionRecord,
  change: MarkChange,
  { id, source }: MarkOrigin,
): Annotation | undefined {
  const write = (purpose: 'classifying' | 'tagging', value: string, selector?: object[]): Annotation => ({
    id,
    type: 'Annotation',
    motivation: purpose,
    body: [textualBody(value, purpose)],
    target: { source, ...(selector === undefined ? {} : { selector }) },
  });
  const on = (passage: number): object[] => selectPassage(record, passage);
  switch (change.type) {
    case 'tag': {
      const { label, passage } = change;
      if (label === undefined) return undefined;
      return write('classifying', label === 'none' ? 'neutral' : label, on(passage));
    }
    case 'bring':
      return change.isBrought ? write('tagging', 'bring', on(change.passage)) : undefined;
    case 'switch': {
      const { rule, passage, isOff } = change;
      if (!isOff) return undefined;
      return passage === undefined
        ? write('tagging', `supervision-lens-disable-file ${rule}`)
        : write('tagging', `supervision-lens-disable ${rule}`, on(passage));
    }
    case 'prompt': {
      const { prompt, state } = change;
      const asked = record.prompts[prompt];
      if (state === undefined || asked === undefined) return undefined;
      const selector = [{ type: 'TextQuoteSelector', exact: quotePrompt(record, prompt) }];
      return write('tagging', `supervision-lens-prompt: ${asked.id} ${state}`, selector);
    }
    case 'forget-gone':
      return undefined;
  }
}
