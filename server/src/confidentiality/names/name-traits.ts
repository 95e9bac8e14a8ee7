import type { NameToken } from './name-tokens.ts';

/** A given name that is nothing else. */
export function isPlainGiven({ traits }: NameToken): boolean {
  return traits.given && !traits.common && !traits.alsoPlace && !traits.month;
}

/** In no list at all. */
export function isUnknown({ traits, word, initials, capital }: NameToken): boolean {
  return (
    capital &&
    !initials &&
    word.length > 1 &&
    !traits.common &&
    !traits.proper &&
    !traits.given &&
    !traits.surname &&
    !traits.relation &&
    !/^\p{Lu}{2,}$/u.test(word)
  );
}

/** May be a name, and isn't an everyday word. */
export function isNameLike(traits: NameToken['traits'], word: string): boolean {
  return (
    (traits.given || traits.surname || (!traits.proper && !/^\p{Lu}{2,}$/u.test(word))) && !traits.common
  );
}
