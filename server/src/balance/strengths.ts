import * as z from 'zod/mini';
import type { Passage, SupervisionRecord } from '../record/record.ts';
import { createPhraseFinder, escapeRegExp } from '../text/phrases.ts';
import type { PlainText } from '../text/plain-text.ts';
import { countWords } from '../text/words.ts';
import { messageIn, type Messages } from './messages.ts';

const words = z.array(z.string().check(z.minLength(1))).check(z.minLength(1));

/** `server/data/strengths.yaml`: in the order in which they are told. */
export const strengthsSchema = z.strictObject({
  strengths: z.array(z.strictObject({ id: z.string(), phrases: z.optional(z.array(z.string())) })),
  words: z.strictObject({
    done: words,
    'not-done': words,
    speaking: words,
    'not-theirs': words,
    'not-now': words,
    'taken-back': words,
  }),
});

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
  const structural = createStructuralFinders(data.words);
  const kinds = data.strengths.map(({ id, phrases }) => ({
    id,
    find: phrases === undefined ? structural[id] : createPhraseStrength(phrases, data.words),
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

/** Words between quotation marks. */
const quotation = /["“]([^"“”]{8,400})["”]/g;

/** How far before somebody's words it shows who speaks, in letters. */
const reachOfSpeech = 80;
/** How many words before a phrase may turn it round. */
const reachOfDenial = 3;

/** Any of the words, whole, for a pattern. */
function anyOf(list: readonly string[]): string {
  const escaped = list.map(escapeRegExp);
  return `(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})(?![\\p{L}\\p{N}])`;
}

type Finder = (record: SupervisionRecord) => Passage | undefined;

function createPhraseStrength(
  phrases: readonly string[],
  { 'not-now': notNow, 'taken-back': takenBack }: StrengthsData['words'],
): Finder {
  const finder = createPhraseFinder(phrases.map((phrase) => [phrase, undefined] as const));
  const before = new RegExp(
    `${anyOf(notNow)}(?:[^\\p{L}\\p{N}.'’]+[\\p{L}\\p{N}'’]+){0,${reachOfDenial - 1}}[^\\p{L}\\p{N}.'’]*$`,
    'iu',
  );
  const behind = new RegExp(`^[,;]? ?${anyOf(takenBack)}`, 'iu');
  // An edit leaves most plain texts as they are.
  const remembered = new WeakMap<PlainText, boolean>();
  const shows = ({ text }: PlainText): boolean => {
    const quotes = [...text.matchAll(quotation)];
    // What somebody else is quoted as saying isn't the writer's doing.
    const quoted = (at: number): boolean =>
      quotes.some((quote) => at > quote.index && at < quote.index + quote[0].length);
    return finder
      .find(text)
      .some(
        ({ start, end }) =>
          !quoted(start) &&
          !before.test(text.slice(Math.max(0, start - reachOfSpeech), start)) &&
          !behind.test(text.slice(end, end + 8)),
      );
  };
  return ({ passages }) =>
    passages.find(({ plain }) => {
      let shown = remembered.get(plain);
      if (shown === undefined) remembered.set(plain, (shown = shows(plain)));
      return shown;
    });
}

/** Strengths that show in what was read of the record rather than in its phrases. */
function createStructuralFinders(words: StrengthsData['words']): Readonly<Record<string, Finder>> {
  const saysDone = new RegExp(anyOf(words.done), 'iu');
  const saysNotDone = new RegExp(`(?:${words['not-done'].join('|')})(?![\\p{L}\\p{N}])`, 'iu');
  // "She told N. “…”": the stop of an initial ends no sentence. Or a label: "Mum:", "J at the door:".
  const speech = new RegExp(
    `(?:${anyOf(words.speaking)}(?:[^."“”]|(?<=(?<!\\p{L})\\p{Lu})\\.){0,40}|(?:^|[.!?]\\s|[^\\p{L}\\p{N}])\\p{Lu}(?:[^.:"“”]|(?<=\\p{Lu})\\.){0,30}:)[,:]?\\s*$`,
    'u',
  );
  const notTheirs = new RegExp(`${anyOf(words['not-theirs'])}[^."“”]{0,40}$`, 'iu');
  const isSpoken = (text: string, at: number): boolean => {
    const before = text.slice(Math.max(0, at - reachOfSpeech), at);
    return speech.test(before) && !notTheirs.test(before);
  };
  return {
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
        /^(?:date of )?next(?: supervision| session| meeting| group| round| one)?\b[^.]{0,20}\d/i.test(
          plain.text,
        ),
      ),
  };
}
