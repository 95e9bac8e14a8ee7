import { findDays } from '../text/dates.ts';
import { escapeRegExp } from '../text/phrases.ts';
import { foldText } from '../text/words.ts';
import { alternatives, type Part } from './action-words.ts';
import type { VocabularyData } from './vocabulary.ts';

/** Finds whose an action is. */
export type OwnerFinder = (text: string) => Part | undefined;

/** Where a clause starts. */
const clause = '(?<=^|[.;:,] |[–—-] |\\(| and )';
/** "I'll ring the school", "they'll write"; at the start "I" with any verb. */
const pronoun = new RegExp(
  `(?:^(I|We)(?= (?:am |are )?\\p{Ll})|${clause}(I|We|[Hh]e|[Ss]he|[Tt]hey|i|we)(?=['’](?:ll|m to|re to|s to) | will | am to ))`,
  'u',
);
/** Verbs that tell rather than promise. */
const telling = '(?!(?:was|is|has|does|says|asks|thinks|wants|feels|needs|knows|reports|attends) )';
/** "…, I do" closes the line. */
const closing = /[,;–—-] (I)(?: do|['’]ll| will| can)?(?: (?:it|this|that))?\.?$/u;
/** Names or initials, several joined: "RP", "T. and KL", "PH + Mrs F". */
const named = `\\p{Lu}[\\p{L}.'’-]{0,14}(?:(?: ?[/&+,] ?| and | with )\\p{Lu}[\\p{L}.'’-]{0,14}){0,4}`;

/**
 * An owner opens the line ("RP to …", "RP: …", "RP speak …"), closes it ("… (RP)", "… – mine", "…, I do") or
 * opens a clause ("…, RP is going to …"); of the record's own names also with another verb ("…, RP starts it") or
 * after "by" ("briefed by RP"). Made once for the data, then for each record by the names of its header and title.
 */
export function createOwnerFinders(
  words: VocabularyData['actions'],
): (names: readonly string[]) => OwnerFinder {
  const known = alternatives([...words.own_words, ...words.shared_owners, ...words.role_owners]);
  const verbs = alternatives(words.owner_verbs);
  const does = `(?: (?:${verbs})|['’]s going to|['’]s to) `;
  const leading = new RegExp(
    `^(?:@?(${named}|(?:${known})(?: and (?:${known}|${named}))?)(?=${does})|(${named})(?=: ))`,
    'u',
  );
  const leadingWord = new RegExp(`^((?:${known})(?: and (?:${known}))?)(?=${does}|: )`, 'iu');
  const trailing = new RegExp(`(?:\\(|(?<= )[–—-] |\\[)(${named})(?:,? [^()]{0,24})?[)\\]]?\\.?$`, 'u');
  const trailingWord = new RegExp(`(?:\\(|(?<= )[–—-] |\\[)(${known})(?:[)\\]]?\\.?$|\\. )`, 'iu');
  const within = new RegExp(`${clause}(${named})(?: and (?:${known}))?(?=${does})`, 'u');
  const notNames = new Set(words.not_names.map(foldText));
  const isName = (name: string): boolean => !notNames.has(foldText(name)) && findDays(name).length === 0;

  return (names) => {
    const ours = namesPattern(names);
    return (text) => {
      const first = leading.exec(text) ?? leadingWord.exec(text);
      const name = first?.[1] ?? first?.[2];
      const own = names.find((each) => text.startsWith(`${each} `));
      if (own !== undefined && name === undefined) return { text: own, start: 0, end: own.length };
      if (first !== null && name !== undefined && !notNames.has(foldText(name))) return partOf(first, name);
      const opening = pronoun.exec(text);
      if (opening?.index === 0) return partOf(opening, opening[1] ?? opening[2] ?? '');
      const later = [trailing.exec(text), trailingWord.exec(text), within.exec(text), ours?.exec(text)];
      for (const match of [...later, closing.exec(text), opening]) {
        const found = match?.[1] ?? match?.[2];
        if (match && found !== undefined && isName(found)) return partOf(match, found);
      }
      return undefined;
    };
  };
}

/** One of the record's own names at the start of a clause with a verb, or after "by". */
function namesPattern(names: readonly string[]): RegExp | undefined {
  if (names.length === 0) return undefined;
  const own = [...names].sort((a, b) => b.length - a.length).map(escapeRegExp);
  const any = own.join('|');
  return new RegExp(`${clause}(${any})(?= ${telling}\\p{Ll}+s )|(?<= by )(${any})(?![\\p{L}\\p{N}])`, 'u');
}

function partOf(match: RegExpExecArray, text: string): Part {
  const start = match.index + match[0].indexOf(text);
  return { text, start, end: start + text.length };
}
