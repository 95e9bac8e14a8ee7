import { PlacedPassage } from './placed-passage.ts';
import type { BringMark, InsertedPrompt, Passage, SupervisionRecord, Switch } from './record.ts';
import type { Tagging } from './tags.ts';

/** What the writer says of a record in the file beside it, at its place in the record. */
export type PlacedMark =
  | { readonly type: 'tag'; readonly passage: number; readonly tagging: Tagging }
  | { readonly type: 'bring'; readonly passage: number }
  /** Rules that are switched off in a passage, or (undefined) in the whole record. */
  | { readonly type: 'switch'; readonly passage: number | undefined; readonly rules: readonly string[] }
  /** `prompt`: index in the record's prompts. */
  | { readonly type: 'prompt'; readonly prompt: number; readonly state: InsertedPrompt['state'] };

/** The marks beside a record. */
export interface MarksBeside {
  readonly placed: readonly PlacedMark[];
  /** How many stand on words that aren't in the record any more. */
  readonly gone: number;
  /** Where the file can't be read ("3:5"); undefined: it can. */
  readonly problem: string | undefined;
}

/** The record as if the marks stood in its text. A tag or a state that does stand in the text goes before. */
export function putMarks(record: SupervisionRecord, marks: MarksBeside): SupervisionRecord {
  const taggings = new Map<number, Tagging>();
  const states = new Map<number, InsertedPrompt['state']>();
  for (const mark of marks.placed) {
    if (mark.type === 'tag') taggings.set(mark.passage, mark.tagging);
    if (mark.type === 'prompt') states.set(mark.prompt, mark.state);
  }
  return {
    ...record,
    passages: taggings.size === 0 ? record.passages : tagPassages(record.passages, taggings),
    prompts: record.prompts.map((prompt, index) => withState(prompt, states.get(index))),
    bring: bringMore(record, marks.placed),
    switches: [...record.switches, ...marks.placed.flatMap((mark) => switchOf(record, mark))],
    beside: marks,
  };
}

function tagPassages(passages: readonly Passage[], taggings: ReadonlyMap<number, Tagging>): Passage[] {
  return passages.map((passage) => {
    const tagging = taggings.get(passage.index);
    if (tagging === undefined || passage.tagging?.origin === 'tag') return passage;
    const own = { ...tagging, origin: 'tag' as const };
    return passage instanceof PlacedPassage ? passage.withTagging(own) : { ...passage, tagging: own };
  });
}

function withState(prompt: InsertedPrompt, state: InsertedPrompt['state'] | undefined): InsertedPrompt {
  const isSettled = prompt.state === 'put-down' || prompt.state === 'talked-about';
  return state === undefined || isSettled ? prompt : { ...prompt, state };
}

function bringMore(
  { passages, bring }: SupervisionRecord,
  placed: readonly PlacedMark[],
): readonly BringMark[] {
  const inText = new Set(bring.map(({ passage }) => passage));
  const wanted = new Set(placed.flatMap((mark) => (mark.type === 'bring' ? [mark.passage] : [])));
  const more = [...wanted].flatMap((index): BringMark[] => {
    const end = passages[index]?.textSpan.end;
    if (end === undefined || inText.has(index)) return [];
    return [{ passage: index, span: { start: end, end }, beside: true }];
  });
  return more.length === 0 ? bring : [...bring, ...more].sort((a, b) => a.passage - b.passage);
}

/** A switch without width, as if it stood just before its passage. */
function switchOf({ passages, text }: SupervisionRecord, mark: PlacedMark): Switch[] {
  if (mark.type !== 'switch') return [];
  const at = mark.passage === undefined ? text.length : passages[mark.passage]?.span.start;
  if (at === undefined) return [];
  const span = { start: at, end: at };
  const kind = mark.passage === undefined ? 'disable-file' : 'disable-next-passage';
  return [{ kind, rules: mark.rules.map((id) => ({ id, span })), span, beside: true }];
}
