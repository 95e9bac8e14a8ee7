import { alternatives } from '../in-text/find-numbers.ts';
import { isTelling, type PseudonymKey } from './pseudonym-key.ts';

/** Where something that stands for a person of the key stands in a text; UTF-16 offsets, end exclusive. */
export interface FoundForm {
  readonly start: number;
  readonly end: number;
  /** The persons for whom it stands, by their place in the key; more than one where the key says so. */
  readonly persons: readonly number[];
  /** As the key has it. */
  readonly form: string;
}

interface Forms {
  readonly pattern: RegExp;
  readonly persons: ReadonlyMap<string, readonly number[]>;
}

const known = new WeakMap<PseudonymKey, Forms | null>();

/** Finds what stands for the people of a key: pseudonyms and initials, written as in the key. Roles are left alone. */
export function findForms(key: PseudonymKey, text: string): FoundForm[] {
  const forms = formsOf(key);
  if (forms === null) return [];
  return Array.from(text.matchAll(forms.pattern), ({ 0: form, index }) => ({
    start: index,
    end: index + form.length,
    persons: forms.persons.get(form.replace(/\s+/g, ' ')) ?? [],
    form,
  }));
}

function formsOf(key: PseudonymKey): Forms | null {
  const before = known.get(key);
  if (before !== undefined) return before;
  const persons = new Map<string, number[]>();
  for (const [person, { called, also }] of key.people().entries())
    for (const form of new Set([called, ...also].filter(isTelling)))
      persons.set(form, [...(persons.get(form) ?? []), person]);
  const made = persons.size === 0 ? null : { persons, pattern: patternOf([...persons.keys()]) };
  known.set(key, made);
  return made;
}

/** Whether a text holds a pseudonym, written just like this. */
export function holdsForm(text: string, form: string): boolean {
  return patternOf([form]).test(text);
}

function patternOf(forms: readonly string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}.])(?:${alternatives(forms)})(?![\\p{L}\\p{N}])`, 'gu');
}
