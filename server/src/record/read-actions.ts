import { findDays } from '../text/dates.ts';
import { createPhraseFinder, escapeRegExp, type PhraseFinder } from '../text/phrases.ts';
import { sourceSpan } from '../text/plain-text.ts';
import { shiftSpan, type Span } from '../text/span.ts';
import { foldText } from '../text/words.ts';
import type { Cell } from './block-elements.ts';
import { namesIn } from './read-voices.ts';
import { passageSpan, type Action, type HeaderValue, type Passage, type Section } from './record.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What the header says that actions need. */
interface Context {
  readonly day: string | undefined;
  readonly names: readonly string[];
}

/** A part of a passage's plain text. */
interface Part {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Finds what was agreed to be done: task list items, rows of action tables, "Action:" lines, and list items
 * or rows under a heading that names actions. The header gives the record's day, for due days without a year,
 * and names, for owners.
 */
export type ActionReader = (
  passages: readonly Passage[],
  sections: readonly Section[],
  header: readonly HeaderValue[],
) => Action[];

export function createActionReader(vocabulary: Vocabulary): ActionReader {
  const words = vocabulary.data.actions;
  const finder = (list: readonly string[]): PhraseFinder<undefined> =>
    createPhraseFinder(list.map((text) => [text, undefined] as const));
  const source = (list: readonly string[]): string =>
    [...list]
      .sort((a, b) => b.length - a.length)
      .map(escapeRegExp)
      .join('|');
  const label = new RegExp(`^(?:${source(words.labels)})(?: \\d+)?\\s?[:–—-]\\s*`, 'iu');
  const named = `\\p{Lu}[\\p{L}.'’-]{0,14}(?:(?: ?[/&+,] ?| and | with )\\p{Lu}[\\p{L}.'’-]{0,14}){0,4}`;
  const known = source([...words.own_words, ...words.shared_owners, ...words.role_owners]);
  const leading = new RegExp(
    `^(?:@?(${named}|(?:${known})(?: and (?:${known}|${named}))?)(?= (?:${source(words.owner_verbs)}) )|(${named})(?=: ))`,
    'u',
  );
  const notNames = new Set(words.not_names.map(foldText));
  const notActions = finder(words.not_actions);
  const leadingWord = new RegExp(
    `^((?:${known})(?: and (?:${known}))?)(?= (?:${source(words.owner_verbs)}) |: )`,
    'iu',
  );
  const contracted = /^(i['’]ll|i['’]m to|i am to|i will|we['’]ll|we will)(?= )/iu;
  const trailing = new RegExp(`(?:\\(|(?<= )[–—-] |\\[)(${named})(?:,? [^()]{0,24})?[)\\]]?\\.?$`, 'u');
  const trailingWord = new RegExp(`(?:\\(|(?<= )[–—-] |\\[)(${known})[)\\]]?\\.?$`, 'iu');
  const anywhere = new RegExp(`(?<=[.;:,] |\\()(${named})(?= (?:to|will) )`, 'u');
  const openEnded = finder(words.open_ended);
  const relative = finder(words.relative);
  const dueWord = new RegExp(
    `(?:\\b(?:${source(words.due_words)}) )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|tues|weds?|thurs?|fri|sat|sun)\\b`,
    'iu',
  );
  const byEvent =
    /\b(?:by|before|in time for|ahead of|after) (?:the |her |his |their |next |our )?[\p{L}\p{N}'/-]{1,20}(?: [\p{L}\p{N}'/-]{1,20}){0,2}/iu;
  const pointer =
    /\b(?:by|before|due|until|deadline|no later than)(?: (?:the|mon|tues?|weds?|thurs?|fri|sat|sun)[a-z]*)?,? $/iu;
  const doneStates = new Set(words.done_states.map(foldText));
  const columnKinds = (['action', 'owner', 'due', 'done'] as const).map((kind) => ({
    kind,
    titles: new Set(words.columns[kind].map(foldText)),
  }));
  const columnOf = (title: string): 'action' | 'owner' | 'due' | 'done' | undefined =>
    columnKinds.find(({ titles }) => titles.has(foldText(title.replace(/[?:*]+$/, ''))))?.kind;

  const dueIn = (
    text: string,
    day: string | undefined,
  ): { part: Part; iso: string | undefined; openEnded: boolean } | undefined => {
    const days = findDays(text, day);
    // The day that "by" or "due" points at, else the last one named.
    const pointed = days.find(({ start }) => pointer.test(text.slice(Math.max(0, start - 16), start)));
    const named = pointed ?? days.at(-1);
    const pick = (
      start: number,
      end: number,
      iso?: string,
      open = false,
    ): { part: Part; iso: string | undefined; openEnded: boolean } => ({
      part: { text: text.slice(start, end), start, end },
      iso,
      openEnded: open,
    });
    if (named !== undefined) return pick(named.start, named.end, named.iso);
    const soft = relative.find(text).at(-1);
    if (soft !== undefined) return pick(soft.start, soft.end);
    const weekday = dueWord.exec(text);
    if (weekday !== null) return pick(weekday.index, weekday.index + weekday[0].length);
    const vague = openEnded.find(text).at(-1);
    if (vague !== undefined) return pick(vague.start, vague.end, undefined, true);
    const event = byEvent.exec(text);
    return event === null ? undefined : pick(event.index, event.index + event[0].trimEnd().length);
  };

  const isNextSession = (text: string): boolean => {
    const label = /^([^:]{1,40}):/.exec(text)?.[1];
    return (
      notActions.find(text)[0]?.start === 0 ||
      (label !== undefined && vocabulary.headerField(label)?.key === 'next_session')
    );
  };

  const ownerIn = (text: string, names: readonly string[]): Part | undefined => {
    const first = contracted.exec(text) ?? leading.exec(text) ?? leadingWord.exec(text);
    const name = first?.[1] ?? first?.[2];
    // "RP speak to SK": a name from the header opens the line.
    const own = names.find((each) => text.startsWith(`${each} `));
    if (own !== undefined && name === undefined) return { text: own, start: 0, end: own.length };
    if (first !== null && name !== undefined && !notNames.has(foldText(name))) {
      const start = first.index + first[0].indexOf(name);
      return { text: name, start, end: start + name.length };
    }
    for (const match of [trailing.exec(text), trailingWord.exec(text), anywhere.exec(text)]) {
      const found = match?.[1];
      if (match === null || found === undefined || findDays(found).length > 0) continue;
      const start = match.index + match[0].indexOf(found);
      return { text: found, start, end: start + found.length };
    }
    return undefined;
  };

  const fromText = (passage: Passage, from: number, context: Context, done: boolean): Action => {
    const text = passage.plain.text.slice(from);
    const owner = ownerIn(text, context.names);
    const due = dueIn(text, context.day);
    const span = (part: Part | undefined): Span | undefined =>
      part && passageSpan(passage, from + part.start, from + part.end);
    return {
      text,
      owner: owner?.text,
      due: due?.iso,
      dueText: due?.part.text,
      openEnded: due?.openEnded ?? false,
      done: done || passage.struck,
      span: passageSpan(passage, from, passage.plain.text.length),
      ownerSpan: span(owner),
      dueSpan: span(due?.part),
      passage: passage.index,
    };
  };

  const fromRow = (
    passage: Passage,
    cells: readonly Cell[],
    columns: readonly string[],
    day: string | undefined,
  ): Action | undefined => {
    const cell = (kind: 'action' | 'owner' | 'due' | 'done'): Cell | undefined =>
      cells.find((each, index) => columnOf(columns[index] ?? '') === kind && each.plain.text !== '');
    const what = cell('action');
    if (what === undefined) return undefined;
    const blockStart = passage.blockStart;
    const span = (each: Cell | undefined): Span | undefined =>
      each && shiftSpan(sourceSpan(each.plain, 0, each.plain.text.length), blockStart);
    const [owner, due, done] = [cell('owner'), cell('due'), cell('done')];
    const when = due && dueIn(due.plain.text, day);
    return {
      text: what.plain.text,
      owner: owner?.plain.text,
      due: when?.iso,
      dueText: due?.plain.text,
      openEnded: when?.openEnded ?? false,
      done: passage.struck || doneStates.has(foldText(done?.plain.text ?? '').replace(/[.,;].*$/, '')),
      span: span(what) ?? passage.span,
      ownerSpan: span(owner),
      dueSpan: span(due),
      passage: passage.index,
    };
  };

  return (passages, sections, header) => {
    const value = (key: string): string => header.find((field) => field.key === key)?.value ?? '';
    const day = /^\d{4}-\d\d-\d\d$/.test(value('date')) ? value('date') : undefined;
    // Without a header the title says who was there: "RP supervision, 6 June (JD)".
    const inTitle = sections[0]?.title.match(/(?<![\p{L}\d])\p{Lu}{2,3}(?![\p{L}\d])/gu) ?? [];
    const names = [
      ...['supervisor', 'supervisee', 'attendees'].flatMap((key) => namesIn(value(key))),
      ...inTitle,
    ];
    const actions: Action[] = [];
    for (const passage of passages) {
      const { plain, task, row } = passage;
      const inActions = sections[passage.section ?? -1]?.key === 'actions';
      if (row !== undefined) {
        const kinds = new Set(row.columns.map(columnOf));
        const isTable = kinds.has('action') && (kinds.has('owner') || kinds.has('due'));
        const action = isTable ? fromRow(passage, row.cells, row.columns, day) : undefined;
        if (action !== undefined) actions.push(action);
        continue;
      }
      const labelled = label.exec(plain.text)?.[0].length ?? 0;
      const listed = inActions && passage.block === 'item';
      if ((task === undefined && labelled === 0 && !listed) || isNextSession(plain.text)) continue;
      if (plain.text.length > labelled)
        actions.push(fromText(passage, labelled, { day, names }, task?.done ?? false));
    }
    return actions;
  };
}
