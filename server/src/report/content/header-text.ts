import type { Vocabulary } from '../../record/vocabulary.ts';
import { createInitials } from './initials.ts';

/** What is written of a header's value; undefined: the value is left out. */
export type HeaderText = (key: string, value: string) => string | undefined;

/** Names in headers are given as initials unless they were asked for (spec section 6). */
export function createHeaderText(vocabulary: Vocabulary, withPeople: boolean): HeaderText {
  const initials = createInitials(vocabulary);
  return (key, value) => {
    const names = key === 'signatures' || vocabulary.headerField(key)?.value === 'people';
    if (withPeople || !names) return value;
    const short = initials(value);
    return short === '' ? undefined : short;
  };
}
