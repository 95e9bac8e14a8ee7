import { findDays } from '../text/dates.ts';
import { foldText } from '../text/words.ts';
import { alternatives, type Part } from './action-words.ts';
import type { VocabularyData } from './vocabulary.ts';

/** Finds whose an action is; `names` are those that the record's header or title gives. */
export type OwnerFinder = (text: string, names: readonly string[]) => Part | undefined;

/** "I'll ring the school". */
const contracted = /^(i['’]ll|i['’]m to|i am to|i will|we['’]ll|we will)(?= )/iu;
/** Names or initials, several joined: "RP", "T. and KL", "PH + Mrs F". */
const named = `\\p{Lu}[\\p{L}.'’-]{0,14}(?:(?: ?[/&+,] ?| and | with )\\p{Lu}[\\p{L}.'’-]{0,14}){0,4}`;

/** An owner opens the line ("RP to …", "RP: …", "RP speak …"), closes it ("… (RP)"), or stands before "to" or "will". */
export function createOwnerFinder(words: VocabularyData['actions']): OwnerFinder {
  const known = alternatives([...words.own_words, ...words.shared_owners, ...words.role_owners]);
  const verbs = alternatives(words.owner_verbs);
  const leading = new RegExp(
    `^(?:@?(${named}|(?:${known})(?: and (?:${known}|${named}))?)(?= (?:${verbs}) )|(${named})(?=: ))`,
    'u',
  );
  const leadingWord = new RegExp(`^((?:${known})(?: and (?:${known}))?)(?= (?:${verbs}) |: )`, 'iu');
  const trailing = new RegExp(`(?:\\(|(?<= )[–—-] |\\[)(${named})(?:,? [^()]{0,24})?[)\\]]?\\.?$`, 'u');
  const trailingWord = new RegExp(`(?:\\(|(?<= )[–—-] |\\[)(${known})[)\\]]?\\.?$`, 'iu');
  const within = new RegExp(`(?<=[.;:,] |\\()(${named})(?= (?:to|will) )`, 'u');
  const notNames = new Set(words.not_names.map(foldText));

  return (text, names) => {
    const first = contracted.exec(text) ?? leading.exec(text) ?? leadingWord.exec(text);
    const name = first?.[1] ?? first?.[2];
    const own = names.find((each) => text.startsWith(`${each} `));
    if (own !== undefined && name === undefined) return { text: own, start: 0, end: own.length };
    if (first !== null && name !== undefined && !notNames.has(foldText(name))) return partOf(first, name);
    for (const match of [trailing.exec(text), trailingWord.exec(text), within.exec(text)]) {
      const found = match?.[1];
      if (match !== null && found !== undefined && findDays(found).length === 0) return partOf(match, found);
    }
    return undefined;
  };
}

function partOf(match: RegExpExecArray, text: string): Part {
  const start = match.index + match[0].indexOf(text);
  return { text, start, end: start + text.length };
}
