import type { SupervisionRecord } from '../record/record.ts';
import { escapeRegExp } from '../text/phrases.ts';
import { foldName } from './names/fold-name.ts';
import type { IdentifierKind } from './identifier.ts';
import type { IdentifierFinder } from './record-identifiers.ts';

/** What stands in a redacted text for an identifier of each kind. */
export type RedactedWords = Readonly<Record<IdentifierKind, string>>;

/** Takes identifiers out of texts: those that it finds in them, and all that their record is known to hold. */
export interface Redactor {
  text: (text: string) => string;
  /** A path: names in it are numbered, so that two files stay two. */
  path: (path: string) => string;
}

/**
 * Makes a redactor for the texts of one record (or of none). It replaces whatever may be an identifier, whether
 * the profile speaks of it or not; for people of the user's private file stands what that calls them. It can miss some: what it leaves isn't anonymous.
 */
export function createRedactor(
  record: SupervisionRecord | undefined,
  finder: IdentifierFinder,
  words: RedactedWords,
): Redactor {
  const known = record === undefined ? [] : finder.inRecord(record);
  const literal = new Map<string, IdentifierKind>();
  // What stands for people of the key stays, and real names in it are found without this list.
  const forms = new Set(
    (finder.key?.people() ?? []).flatMap(({ called, also }) => wordsOf([called, ...also])),
  );
  for (const { kind, text, person } of known) {
    if (person?.inKey === true) continue;
    literal.set(text.toLowerCase(), kind);
    if (kind === 'name')
      for (const part of text.split(/\s+/))
        if (/^\p{L}{3,}/u.test(part) && !finder.data.titles.includes(foldName(part.replace(/\.$/, ''))))
          literal.set(part.toLowerCase(), kind);
  }
  for (const form of forms) literal.delete(form);
  const pattern =
    literal.size === 0
      ? undefined
      : new RegExp(
          `(?<![\\p{L}\\p{N}])(?:${[...literal.keys()]
            .sort((a, b) => b.length - a.length)
            .map(escapeRegExp)
            .join('|')})(?![\\p{L}\\p{N}])`,
          'giu',
        );
  const numbers = new Map<string, number>();

  const redactText = (text: string): string => {
    let result = '';
    let last = 0;
    for (const { kind, span, person } of finder.inText(text)) {
      if (span.start < last) continue;
      result += text.slice(last, span.start) + (person?.called ?? words[kind]);
      last = span.end;
    }
    result += text.slice(last);
    // A name that is an everyday word too is replaced with a capital only.
    return pattern === undefined
      ? result
      : result.replace(pattern, (match) => {
          const kind = literal.get(match.toLowerCase());
          const exact = known.some(({ text: each }) => each === match || each.split(/\s+/).includes(match));
          return kind === undefined || (!exact && kind === 'name' && /^\p{Ll}/u.test(match))
            ? match
            : words[kind];
        });
  };
  return {
    text: redactText,
    path: (path) =>
      path.replace(/\p{L}[\p{L}\p{M}'’]*/gu, (word) => {
        const capital = word.charAt(0).toUpperCase() + word.slice(1);
        const plain = finder.inText(`${capital} said`).some(({ kind }) => kind === 'name');
        if (word.length < 3 || !(plain || literal.get(word.toLowerCase()) === 'name')) return word;
        const folded = foldName(word);
        const number = numbers.get(folded) ?? numbers.size + 1;
        numbers.set(folded, number);
        return `name${number}`;
      }),
  };
}

function wordsOf(texts: readonly string[]): string[] {
  return texts.flatMap((text) => text.toLowerCase().match(/[\p{L}\p{M}'’-]+/gu) ?? []);
}
