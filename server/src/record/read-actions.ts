import { createPhraseFinder } from '../text/phrases.ts';
import type { Span } from '../text/span.ts';
import type { RecordKind } from '../terms/kinds.ts';
import { createDueFinder } from './action-due.ts';
import { createGapFinders, type ToldAction } from './action-gaps.ts';
import { createOwnerFinders, type OwnerFinder } from './action-owner.ts';
import { createActionRowReader } from './action-table.ts';
import { alternatives, phraseList, type Part } from './action-words.ts';
import { namesIn } from './read-voices.ts';
import { passageSpan, type Action, type HeaderValue, type Passage, type Section } from './record.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * Finds what was agreed to be done: task list items, rows of action tables, "Action:" lines, and list items
 * under a heading that names actions. The header gives the record's day, for due days without a year, and
 * names, for owners. A row of what was agreed last time is none.
 */
export type ActionReader = (
  passages: readonly Passage[],
  sections: readonly Section[],
  header: readonly HeaderValue[],
  kind: RecordKind,
) => Action[];

/** What the record says that reading an action needs. */
interface Context {
  readonly day: string | undefined;
  readonly findOwner: OwnerFinder;
}

export function createActionReader(vocabulary: Vocabulary): ActionReader {
  const words = vocabulary.data.actions;
  const ownerFinders = createOwnerFinders(words);
  const findDue = createDueFinder(words);
  const readRow = createActionRowReader(words, findDue);
  const gapFinders = createGapFinders(words, findDue);
  const meetings = createPhraseFinder(phraseList(words.booked_meetings));
  const notActions = createPhraseFinder(phraseList(words.not_actions));
  const label = new RegExp(`^(?:${alternatives(words.labels)})(?: \\d+)?\\s?[:–—-]\\s*`, 'iu');

  /** The next meeting often ends a list of actions and is none. */
  const isNextSession = (text: string): boolean => {
    const name = /^([^:]{1,40}):/.exec(text)?.[1];
    const named = name !== undefined && vocabulary.headerField(name)?.key === 'next_session';
    return named || notActions.find(text)[0]?.start === 0;
  };

  /** "Nine-month review: 12 December" is a meeting that has its day; "Review the chronology" is an action. */
  const isBookedMeeting = (text: string, { findOwner }: Context): boolean => {
    const meeting = meetings.find(text)[0];
    if (meeting?.start !== 0 || findOwner(text) !== undefined) return false;
    return /^(?:\s*[:,–—(-]|\s+(?:is|on|booked|\d)|\s*$)/u.test(text.slice(meeting.end));
  };

  const readText = (passage: Passage, from: number, { findOwner, day }: Context): ToldAction => {
    const text = passage.plain.text.slice(from);
    const owner = findOwner(text);
    const due = findDue(text, day);
    const span = (part: Part | undefined): Span | undefined =>
      part && passageSpan(passage, from + part.start, from + part.end);
    return {
      text,
      owner: owner?.text,
      due: due?.iso,
      dueText: due?.part.text,
      openEnded: due?.openEnded ?? false,
      done: passage.task?.done === true || passage.struck,
      dropped: false,
      span: passageSpan(passage, from, passage.plain.text.length),
      ownerSpan: span(owner),
      dueSpan: span(due?.part),
      passage: passage.index,
    };
  };

  const read = (passage: Passage, section: Section | undefined, context: Context): ToldAction | undefined => {
    const { plain, task, block } = passage;
    const labelled = label.exec(plain.text)?.[0].length ?? 0;
    const listed = block === 'item' && section?.key === 'actions';
    const told = task !== undefined || labelled > 0 || listed;
    if (!told || plain.text.length <= labelled || isNextSession(plain.text)) return undefined;
    if (isBookedMeeting(plain.text.slice(labelled), context)) return undefined;
    return readText(passage, labelled, context);
  };

  return (passages, sections, header, kind) => {
    const { day, names } = peopleAndDay(sections, header);
    const context = { day, findOwner: ownerFinders(names) };
    const findGaps = gapFinders({ kind, header, passages, sections, names });
    return passages.flatMap((passage): Action[] => {
      const section = sections[passage.section ?? -1];
      if (passage.row === undefined) {
        const action = read(passage, section, context);
        return action === undefined ? [] : [{ ...action, ...findGaps(action) }];
      }
      const row = section?.key === 'previous_actions' ? undefined : readRow(passage, day);
      if (row === undefined) return [];
      const { columns, ...action } = row;
      const { unowned, undated } = findGaps(action);
      // What the table has no column for isn't asked of its rows.
      return [
        {
          ...action,
          unowned: unowned && columns.includes('owner'),
          undated: undated && columns.includes('due'),
        },
      ];
    });
  };
}

/** The record's day, and names in order: those that the header gives, then the title's. */
function peopleAndDay(
  sections: readonly Section[],
  header: readonly HeaderValue[],
): { day: string | undefined; names: string[] } {
  const value = (key: string): string => header.find((field) => field.key === key)?.value ?? '';
  const people = ['supervisor', 'supervisee', 'attendees'].flatMap((key) => namesIn(value(key)));
  // Without a header the title says who was there: "RP supervision, 6 June (JD)".
  const inTitle = sections[0]?.title.match(/(?<![\p{L}\d])\p{Lu}{2,3}(?![\p{L}\d])/gu) ?? [];
  const day = value('date');
  // "regional manager (BT)": the initials may stand in brackets.
  const bracketed = ['supervisor', 'supervisee', 'attendees'].flatMap((key) =>
    [...value(key).matchAll(/\((\p{Lu}{2,3})\)/gu)].map((match) => match[1] ?? ''),
  );
  return {
    day: /^\d{4}-\d\d-\d\d$/.test(day) ? day : undefined,
    names: [...people, ...bracketed, ...inTitle],
  };
}
