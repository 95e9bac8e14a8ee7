import * as z from 'zod/mini';
import type { Passage, SupervisionRecord } from '../record/record.ts';
import { createPhraseFinder } from '../text/phrases.ts';
import type { PlainText } from '../text/plain-text.ts';
import { countWords } from '../text/words.ts';
import { messageIn, type Messages } from './messages.ts';

/** `server/data/strengths.yaml`: in the order in which they are told. */
export const strengthsSchema = z.array(
  z.strictObject({ id: z.string(), phrases: z.optional(z.array(z.string())) }),
);

/** The checked data. */
export type StrengthsData = z.infer<typeof strengthsSchema>;

/** Something that a record does well, with the passage that shows it. */
export interface Strength {
  readonly id: string;
  readonly message: string;
  readonly passage: Passage;
}

/** Somebody's words count as kept from so many words on. */
const quotedWords = 4;

/** Finds what records do well; made once for the data. */
export type StrengthFinder = (record: SupervisionRecord) => Strength[];

/** One strength of each kind at most, in the order of the data. */
export function createStrengthFinder(data: StrengthsData, messages: Messages): StrengthFinder {
  const kinds = data.map(({ id, phrases }) => ({
    id,
    find: phrases === undefined ? structural[id] : byPhrases(phrases),
  }));
  return (record) => {
    const strengths: Strength[] = [];
    for (const { id, find } of kinds) {
      const passage = find?.(record);
      if (passage !== undefined) strengths.push({ id, message: messageIn(messages.strengths, id), passage });
    }
    return strengths;
  };
}

const saysDone = /\b(?:done|completed?|sent|closed|sorted)\b/i;
const saysNotDone = /\b(?:not|n't|yet to|still|outstanding|to be)\b/i;

/** Words between quotation marks. */
const quotation = /["“]([^"“”]{8,400})["”]/g;

/** What stands right before words that somebody is heard to say. */
const speech =
  /(?:\b(?:said|says|say|saying|told|tells|called|asked|asks|answered|replied|wrote|writes|shouted|whispered|texted|goes|went)\b[^."“”]{0,40}|\b\p{Lu}\.?\p{Lu}?\.?:)[,:]?\s*$/u;
/** Before words of a form, a rumour or somebody in charge. */
const notTheirs =
  /\b(?:asked to write|box|form|template|question|poster|policy|letter|email|anon|anonymous|alleged|allegedly|manager|matron|panel|consultant|director)\b[^."“”]{0,40}$/iu;

/** Whether the words at an offset are ones that somebody is heard saying. */
function isSpoken(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 80), at);
  return speech.test(before) && !notTheirs.test(before);
}

type Finder = (record: SupervisionRecord) => Passage | undefined;

function byPhrases(phrases: readonly string[]): Finder {
  const finder = createPhraseFinder(phrases.map((phrase) => [phrase, undefined] as const));
  // An edit leaves most plain texts as they are.
  const remembered = new WeakMap<PlainText, boolean>();
  const shows = ({ text }: PlainText): boolean => {
    const quotes = [...text.matchAll(quotation)];
    // What somebody else is quoted as saying isn't the writer's doing.
    const quoted = (at: number): boolean =>
      quotes.some((quote) => at > quote.index && at < quote.index + quote[0].length);
    return finder.find(text).some(({ start }) => !quoted(start));
  };
  return ({ passages }) =>
    passages.find(({ plain }) => {
      let shown = remembered.get(plain);
      if (shown === undefined) remembered.set(plain, (shown = shows(plain)));
      return shown;
    });
}

/** Strengths that show in what was read of the record rather than in its phrases. */
const structural: Readonly<Record<string, Finder>> = {
  'exact-words': ({ passages }) => {
    const kept = passages.filter(
      ({ plain, voices }) =>
        voices.some(({ voice }) => voice === 'person' || voice === 'worker') &&
        [...plain.text.matchAll(quotation)].some(
          (quote) => countWords(quote[1] ?? '') >= quotedWords && isSpoken(plain.text, quote.index),
        ),
    );
    return kept.find(({ voices }) => voices.some(({ voice }) => voice === 'person')) ?? kept[0];
  },
  'action-done': ({ passages, actions, sections }) => {
    // A standing tick, such as "agreement on file", is nobody's promise.
    const done = actions.find(
      (action) =>
        action.done && !action.dropped && (action.owner !== undefined || action.dueText !== undefined),
    );
    if (done !== undefined) return passages[done.passage];
    // Under "actions from last time" the word stands in the text.
    return passages.find(
      ({ plain, section }) =>
        sections[section ?? -1]?.key === 'previous_actions' &&
        saysDone.test(plain.text) &&
        !saysNotDone.test(plain.text),
    );
  },
  'actions-clear': ({ passages, actions }) => {
    const [first] = actions;
    const clear = actions.every(
      ({ owner, dueText, openEnded }) => owner !== undefined && dueText !== undefined && !openEnded,
    );
    return first !== undefined && clear ? passages[first.passage] : undefined;
  },
  'next-named': ({ passages }) =>
    passages.find(({ plain }) =>
      /^(?:next(?: supervision| session| meeting| one)?\b[^.]{0,20}\d)/i.test(plain.text),
    ),
};
