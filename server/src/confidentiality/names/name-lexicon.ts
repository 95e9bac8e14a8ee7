import type { ConfidentialityData, NameLists } from '../confidentiality-data.ts';
import { foldName } from './fold-name.ts';
import { createWordSet } from './word-set.ts';

/** What the lists say of one capitalised word. */
export interface WordTraits {
  readonly given: boolean;
  readonly surname: boolean;
  /** An everyday word in lower case. */
  readonly common: boolean;
  /** A place, a people, a brand: capitalised and no person. */
  readonly proper: boolean;
  readonly theorist: boolean;
  readonly month: boolean;
  /** A word for what people are to each other. */
  readonly relation: boolean;
  /** A given name that is as often a place. */
  readonly alsoPlace: boolean;
}

/** Words and names, looked up. */
export interface NameLexicon {
  traits: (word: string) => WordTraits;
  /** Whether a given name and a surname are those of an author. */
  isAuthor: (given: string, surname: string) => boolean;
}

/** How many looked-up words are kept. */
const kept = 50_000;

/** Makes a lexicon out of the lists. */
export function createNameLexicon(lists: NameLists, data: ConfidentialityData): NameLexicon {
  const given = createWordSet(lists.given);
  const surnames = createWordSet(lists.surnames);
  const words = createWordSet(lists.words);
  const properWords = createWordSet(lists.proper);
  const notNames = new Set(data.not_names.map((each) => foldName(each).replace(/^([\p{L}-]+)'s$/u, '$1')));
  const authors = new Map(
    data.theorists.map((each) => {
      const [surname = '', ...names] = foldName(each).split(' ');
      return [surname, names] as const;
    }),
  );
  const months = new Set(data.also_months);
  const places = new Set(data.also_places);
  const relations = new Set(data.persons.map(foldName));
  const known = new Map<string, WordTraits>();

  const look = (word: string): WordTraits => {
    const parts = word.split('-').filter((part) => part !== '');
    const first = parts[0] ?? word;
    const isGiven =
      given.has(word) || (parts.length > 1 && given.has(first) && parts.every((part) => part.length > 1));
    const isSurname =
      surnames.has(word) ||
      (parts.length > 1 &&
        (surnames.has(first) || surnames.has(parts.at(-1) ?? '') || /^(?:al|el)$/.test(first))) ||
      /^o'\p{L}{3,}$/u.test(word);
    const blocked = notNames.has(word);
    return {
      given: isGiven && !blocked,
      surname: isSurname && !blocked,
      common: words.has(word) || (parts.length > 1 && parts.every((part) => words.has(part))),
      proper: blocked || properWords.has(word),
      theorist: authors.has(word),
      relation: relations.has(word),
      month: months.has(word),
      alsoPlace: places.has(word),
    };
  };
  return {
    traits(word) {
      const before = known.get(word);
      if (before !== undefined) return before;
      if (known.size >= kept) known.clear();
      const traits = look(foldName(word));
      known.set(word, traits);
      return traits;
    },
    isAuthor: (first, surname) => authors.get(foldName(surname))?.includes(foldName(first)) === true,
  };
}
