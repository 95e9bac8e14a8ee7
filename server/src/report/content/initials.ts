import type { Vocabulary } from '../../record/vocabulary.ts';

/** Turns a header's people into initials; made once for a vocabulary. */
export type InitialsOf = (people: string) => string;

/** Ranks and forms of address, which stand before or behind a name without being one. */
const ranks =
  'mr mrs ms miss mx dr prof professor rev sir dame senior junior deputy assistant asst acting lead head chief director principal newly qualified experienced the and not here who no one nobody none admin colleague team service officer';

/** One to three capitals, with or without stops and hyphens, and "Mc" or "O'" before one: "KL", "T.", "CMcA". */
const initialsLike = /^(?:\p{Lu}\.?-?(?:(?:Mc|Mac|O['’])(?=\p{Lu}))?){1,3}$/u;

/**
 * "Kate Long (team manager), JP" becomes "KL, JP". Whatever may be a name is cut down to first letters;
 * roles and numbers of people are left out, unless there is nothing but roles. Empty where nobody is named.
 */
export function createInitials(vocabulary: Vocabulary): InitialsOf {
  const { headerFields, voices } = vocabulary.data;
  const phrases = [
    ...headerFields.filter(({ value }) => value === 'people').flatMap(({ labels }) => labels),
    ...voices.roles.flatMap(({ nouns }) => nouns),
    ranks,
  ];
  const roles = new Set(phrases.flatMap((phrase) => wordsOf(phrase.toLowerCase())));
  const isRole = (word: string): boolean =>
    roles.has(word.toLowerCase().replace(/\.$/, '').replace(/s$/, '')) ||
    roles.has(word.toLowerCase().replace(/\.$/, ''));

  const namesIn = (text: string): string => {
    const words = wordsOf(text).filter((word) => initialsLike.test(word) || !isRole(word));
    return words
      .filter((word) => /^\p{Lu}/u.test(word))
      .map(cut)
      .join('');
  };
  const person = (item: string): string => {
    // "9 SWs", "2 sick": a number of people names nobody.
    if (/^\s*\p{N}/u.test(item)) return '';
    const [outside, inside] = [item.replace(/\([^)]*\)?/g, ' '), /\(([^)]*)\)?/.exec(item)?.[1] ?? ''];
    const short = wordsOf(inside).find((word) => initialsLike.test(word)) ?? '';
    const named = namesIn(outside) || short;
    if (named !== '') return named;
    // "kate long": nothing tells it from a role that isn't known, so it counts as a name.
    const rest = wordsOf(outside).filter((word) => !isRole(word) && /^\p{L}/u.test(word));
    return rest.length <= 3 ? rest.map(cut).join('').toUpperCase() : '';
  };
  return (people) => {
    const items = people.match(/(?:\([^)]*\)?|[^(),;:/&+])+/g) ?? [];
    const persons = items
      .flatMap((item) => item.split(/(?<!\s)\s+(?:[Aa][Nn][Dd]|with)\s+|(?<=[\p{Ll}\p{N})])\.\s+/u))
      .map(person);
    const named = persons.filter((each) => each !== '');
    if (named.length > 0) return named.join(', ');
    return wordsOf(people).every((word) => isRole(word) || /^\p{N}/u.test(word)) ? people : '';
  };
}

function wordsOf(text: string): string[] {
  return (text.match(/[\p{L}\p{N}][\p{L}\p{N}.'’-]*/gu) ?? []).map((word) => word.replace(/['’]s$/, ''));
}

/** Initials stay; of a name each part's first letter is kept: "Smith-Jones" is "SJ". */
function cut(word: string): string {
  if (initialsLike.test(word)) return word;
  return word
    .split(/[-.]/)
    .map((part) => /^./u.exec(part)?.[0] ?? '')
    .join('');
}
