import { findDays } from '../text/dates.ts';
import { createPhraseFinder, escapeRegExp } from '../text/phrases.ts';
import type { RecordKind } from '../terms/kinds.ts';
import type { DueFinder } from './action-due.ts';
import { alternatives, phraseList } from './action-words.ts';
import type { Action, HeaderValue, Passage, Section } from './record.ts';
import type { VocabularyData } from './vocabulary.ts';

/** An action as its own words and its row tell it. */
export type ToldAction = Omit<Action, 'unowned' | 'undated'>;

/** What a record says around its actions. */
export interface ActionSurroundings {
  readonly kind: RecordKind;
  readonly header: readonly HeaderValue[];
  readonly passages: readonly Passage[];
  readonly sections: readonly Section[];
  /** Names and initials of the header or title. */
  readonly names: readonly string[];
}

/** Tells what really is left open: nobody and no time, neither in the action nor around it. */
export type GapFinder = (action: ToldAction) => Pick<Action, 'unowned' | 'undated'>;

/** How far from a token that names a thing a day may stand and still be that thing's. */
const nearby = 80;
/** A form or a thing by its code ("FW1"). */
const code = /(?<![\p{L}\p{N}])(?=\p{Lu}*\d)(?=\d*\p{Lu})[\p{Lu}\d]{2,8}(?![\p{L}\p{N}])/gu;

/** Made once for the data, then for each record. */
export function createGapFinders(
  words: VocabularyData['actions'],
  findDue: DueFinder,
): (around: ActionSurroundings) => GapFinder {
  const ownWords = [...words.own_words, ...words.shared_owners, ...words.own_mentions];
  const own = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${alternatives(ownWords)})(?![\\p{L}\\p{N}])|['’]ll\\b`,
    'iu',
  );
  const owners = createPhraseFinder(phraseList([...words.role_owners, ...words.owner_headings]));

  return ({ kind, header, passages, sections, names }) => {
    const named = names.map(wholeWord);
    const oneWriters = isOneWriters(kind, header);
    const mentions = (text: string): boolean => own.test(text) || named.some((name) => name.test(text));
    return (action) => {
      const passage = passages[action.passage];
      const section = sections[passage?.section ?? -1];
      const title = section?.depth === 1 ? '' : (section?.title ?? '');
      const isPast = section?.key === 'previous_actions';
      const somebody =
        action.owner !== undefined ||
        isPast ||
        oneWriters ||
        mentions(action.text) ||
        mentions(title) ||
        owners.occursIn(title);
      const sometime =
        action.dueText !== undefined ||
        isPast ||
        findDue(title, undefined) !== undefined ||
        datedElsewhere(action, passages);
      return { unowned: !somebody, undated: !sometime };
    };
  };
}

/** A log or journal whose header names nobody beside its author: what nobody is named for is the author's. */
function isOneWriters(kind: RecordKind, header: readonly HeaderValue[]): boolean {
  const others = new Set(['supervisor', 'attendees', 'tutor', 'presenter', 'note-taker']);
  return (kind === 'log' || kind === 'journal') && !header.some(({ key }) => others.has(key));
}

/** "FW1" is an action, and "form FW1 needs to be in by 10 Nov" stands further up. */
function datedElsewhere(action: ToldAction, passages: readonly Passage[]): boolean {
  return [...action.text.matchAll(code)].some(([token]) =>
    passages.some(({ index, plain: { text } }) => {
      if (index === action.passage) return false;
      const at = text.search(wholeWord(token));
      const near = text.slice(Math.max(0, at - nearby), at + token.length + nearby);
      return at >= 0 && findDays(near).length > 0;
    }),
  );
}

function wholeWord(word: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])${escapeRegExp(word)}(?![\\p{L}\\p{N}])`, 'u');
}
