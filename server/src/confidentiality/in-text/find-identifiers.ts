import type { ConfidentialityData } from '../confidentiality-data.ts';
import { createNameFinder, type NameCandidate } from '../names/find-names.ts';
import type { NameLexicon } from '../names/name-lexicon.ts';
import { createNumberFinder } from './find-numbers.ts';
import { createPlaceFinder } from './find-places.ts';
import type { FoundIdentifier } from '../identifier.ts';

/** What one plain text holds: identifiers, and words that may be names. */
export interface TextIdentifiers {
  /** All but names, in order. */
  readonly others: readonly FoundIdentifier[];
  /** In order. */
  readonly names: readonly NameCandidate[];
  /** It says that names are changed. */
  readonly statement: boolean;
}

/** Reads one plain text by itself. */
export type TextReader = (text: string) => TextIdentifiers;

const none: TextIdentifiers = { others: [], names: [], statement: false };

/** Makes a reader. */
export function createTextReader(lexicon: NameLexicon, data: ConfidentialityData): TextReader {
  const findNumbers = createNumberFinder(data);
  const findPlaces = createPlaceFinder(data);
  const findNames = createNameFinder(lexicon, data);
  const statements = data.statements.map((each) => each.toLowerCase());
  return (text) => {
    if (text.length < 2) return none;
    const numbers = findNumbers(text);
    const places = findPlaces(text).filter(
      (place) => !numbers.some(({ start, end }) => place.start < end && start < place.end),
    );
    const others = [...numbers, ...places].sort((a, b) => a.start - b.start);
    const lower = text.toLowerCase();
    const statement = statements.some((each) => lower.includes(each));
    return { others, names: findNames(text, others), statement };
  };
}
