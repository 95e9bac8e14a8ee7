import { findDays, monthName } from '../text/dates.ts';
import { createPhraseFinder } from '../text/phrases.ts';
import { alternatives, phraseList, type Part } from './action-words.ts';
import type { VocabularyData } from './vocabulary.ts';

/** When an action is due, as far as its words say. */
export interface Due {
  readonly part: Part;
  /** ISO day, where a day is named. */
  readonly iso: string | undefined;
  /** The words name no time at all ("asap", "ongoing"). */
  readonly openEnded: boolean;
}

/** Finds the due words in an action's text; `day` is the record's own ISO day. */
export type DueFinder = (text: string, day: string | undefined) => Due | undefined;

/** A day that "by" or "due" points at. */
const pointer =
  /\b(?:by|before|due|until|deadline|no later than)(?: (?:the|mon|tues?|weds?|thurs?|fri|sat|sun)[a-z]*)?,? $/iu;
/** "due 14th", "in by the 3rd": a day of this month or the next. */
const dayOfMonth =
  /\b(?:by|before|due|until|deadline|no later than|on|w\/c|w\/e|week of)(?: (?:the|mon|tue|tues|weds?|thurs?|fri|sat|sun)[a-z]*)? (?:the )?\d{1,2}(?:st|nd|rd|th)\b/iu;
/** "in Aug", "end of September": a month by its capital letter, since "may" is a verb. */
const month = new RegExp(
  `\\b(?:[Ii]n|[Bb]y|[Bb]efore|[Dd]ue|[Uu]ntil|[Ee]nd of|[Ee]nd|[Ee]arly|[Mm]id|[Ll]ate|[Dd]uring)[ -](?=\\p{Lu})(?:${monthName.replace(/(^|\|)(\w)/g, (_all, bar: string, letter: string) => bar + letter.toUpperCase())})\\b`,
  'u',
);
/** "before the core group": a time by an event. */
const byEvent =
  /\b(?:by|before|in time for|ahead of|after) (?:the |her |his |their |next |our )?[\p{L}\p{N}'/-]{1,20}(?: [\p{L}\p{N}'/-]{1,20}){0,2}/iu;

/** A named day comes before a relative time, this before a day of the month or a month, then a weekday, then what names no time, then an event. */
export function createDueFinder(words: VocabularyData['actions']): DueFinder {
  const relative = createPhraseFinder(phraseList(words.relative));
  const openEnded = createPhraseFinder(phraseList(words.open_ended));
  const weekday = new RegExp(
    `(?:\\b(?:${alternatives(words.due_words)}) )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|tues|weds?|thurs?|fri|sat|sun)s?\\b`,
    'iu',
  );
  return (text, day) => {
    const due = (start: number, end: number, iso?: string, open = false): Due => ({
      part: { text: text.slice(start, end), start, end },
      iso,
      openEnded: open,
    });
    const days = findDays(text, day);
    const pointed = days.find(({ start }) => pointer.test(text.slice(Math.max(0, start - 16), start)));
    const named = pointed ?? days.at(-1);
    if (named !== undefined) return due(named.start, named.end, named.iso);
    const soft = relative.find(text).at(-1);
    if (soft !== undefined) return due(soft.start, soft.end);
    const inMonth = dayOfMonth.exec(text) ?? month.exec(text);
    if (inMonth !== null) return due(inMonth.index, inMonth.index + inMonth[0].length);
    const onWeekday = weekday.exec(text);
    if (onWeekday !== null) return due(onWeekday.index, onWeekday.index + onWeekday[0].length);
    const vague = openEnded.find(text).at(-1);
    if (vague !== undefined) return due(vague.start, vague.end, undefined, true);
    const event = byEvent.exec(text);
    return event === null ? undefined : due(event.index, event.index + event[0].trimEnd().length);
  };
}
