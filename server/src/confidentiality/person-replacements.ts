import type { SupervisionRecord } from '../record/record.ts';
import type { Span } from '../text/span.ts';
import type { ConfidentialityData } from './confidentiality-data.ts';
import { foldName } from './names/fold-name.ts';
import type { Identifier } from './identifier.ts';
import type { IdentifierFinder } from './record-identifiers.ts';

/** One change of a text. */
export interface Replacement {
  readonly span: Span;
  readonly newText: string;
}

/** How names are replaced. */
export type NameStyle = 'initial' | 'pseudonym' | 'role';

/** A person's initial: "T." for Tom; of a name that begins with a form of address, "Mrs H.". */
export function initialOf(text: string): string {
  const words = text.split(/\s+/);
  const title = words.length > 1 ? /^(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.?$/.exec(words[0] ?? '')?.[0] : undefined;
  const name = (title === undefined ? words[0] : words.at(-1)) ?? text;
  const initial = `${(/\p{L}/u.exec(name)?.[0] ?? '').toUpperCase()}.`;
  return title === undefined ? initial : `${title} ${initial}`;
}

/** The word behind which a name stands as its apposition ("her son Danny"): who the person is; undefined: not said. */
export function roleOf(
  record: { readonly text: string },
  mentions: readonly Identifier[],
  { persons }: ConfidentialityData,
): string | undefined {
  for (const { span } of mentions) {
    const before = record.text.slice(Math.max(0, span.start - 40), span.start);
    const match =
      /(?:\b(?:her|his|their|the|my|our)\s+)?(?<![\p{L}-])((?:foster |support |social |key )?[\p{L}-]+)\s*(?:[,(:]\s*)?$/iu.exec(
        before,
      );
    const word = foldName(match?.[1] ?? '').trim();
    const last = word.split(' ').at(-1) ?? '';
    if (persons.includes(last)) return word;
  }
  return undefined;
}

/** What a place is called in general: "the school"; undefined where that can't be told. */
export function generalPlace(
  text: string,
  { general_places: places }: ConfidentialityData,
): string | undefined {
  const folded = foldName(text);
  const words = folded.split(/[\s/]+/);
  let best: { length: number; general: string } | undefined;
  for (const { words: phrases, general } of places) {
    for (const phrase of phrases) {
      const fits = phrase.includes(' ') ? folded.includes(phrase) : words.includes(phrase);
      if (fits && phrase.length > (best?.length ?? 0)) best = { length: phrase.length, general };
    }
  }
  return best?.general;
}

/** A pseudonym that no text holds yet and that hasn't been given; undefined where all are taken. */
export function freePseudonym(
  texts: readonly string[],
  taken: ReadonlySet<string>,
  { pseudonyms }: ConfidentialityData,
): string | undefined {
  return pseudonyms.find(
    (name) =>
      !taken.has(name) &&
      !texts.some((text) => text.includes(name) && new RegExp(`\\b${name}\\b`).test(text)),
  );
}

/** Replaces every mention of a person in several records: by record, in their order, what to change. */
export function replacePerson(
  records: readonly SupervisionRecord[],
  key: string,
  newText: string | ((mention: string) => string),
  finder: IdentifierFinder,
): readonly (readonly Replacement[])[] {
  return records.map((record) =>
    finder
      .inRecord(record)
      .filter(({ person }) => person?.key === key)
      .map(({ span, text }) => ({ span, newText: typeof newText === 'string' ? newText : newText(text) })),
  );
}
