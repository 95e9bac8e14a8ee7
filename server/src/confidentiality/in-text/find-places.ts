import type { ConfidentialityData } from '../confidentiality-data.ts';
import { alternatives } from './find-numbers.ts';
import { foldName } from '../names/fold-name.ts';
import type { FoundIdentifier } from '../identifier.ts';

/** Addresses and named places in a plain text. */
export type PlaceFinder = (text: string) => FoundIdentifier[];

const capital = "(?:(?:St|Mt|Dr)\\.?\\s+)?\\p{Lu}[\\p{L}\\p{M}'’-]+";
const joining = '(?:\\s+(?:of|and|&|the|on|upon|in|le|de|by|C\\s+of\\s+E|R\\.C\\.?|RC\\.)){0,3}';
const capitals = `${capital}(?:${joining}\\s{1,3}${capital}){0,6}`;
const numbered = '\\d{1,4}\\s?[A-Ha-h]?(?:\\s?[-–]\\s?\\d{1,4})?';
const unit = '(?:flat|apartment|apt|room|unit|bedsit)\\.?\\s+\\d{0,4}\\s?[A-Za-z]?\\d?';

/** Makes a finder; `data` gives the words that make a name a place's. */
export function createPlaceFinder(data: ConfidentialityData): PlaceFinder {
  const { places, streets } = data;
  const titled = (words: readonly string[]): string =>
    alternatives(words.map((word) => word.replace(/(?:^|[\s-])\p{L}/gu, (letter) => letter.toUpperCase())));
  const street = alternatives([...streets.strong, ...streets.weak]);
  const generic = new Set(data.generic_places.map(foldName));
  const people = new Set(data.not_names.map(foldName));
  const placeWords = new Set(
    [...places.strong, ...places.weak, ...streets.strong, ...streets.weak, ...places.lower].flatMap(
      (phrase) => foldName(phrase).split(' '),
    ),
  );

  const kinds = new Set([...places.strong, ...places.lower].flatMap((phrase) => foldName(phrase).split(' ')));
  const telling = new Set(
    [...placeWords]
      .flatMap((word) => word.split(/[^a-z]+/))
      .concat(...places.leading, 'flat', 'apartment', 'apt', 'st'),
  );

  const addresses = [
    // "Flat 3, 27 Bolton Road", "14 Sycamore Avenue", "2 The Crescent".
    new RegExp(
      `(?<![\\p{L}\\p{N}/.£-])(?:${unit},?\\s+(?:${capitals},?\\s+)?)?${numbered},?\\s+(?:the\\s+)?(?:(?:St\\.\\s+)?[\\p{L}'’-]+\\s+){0,3}?(?:${street})(?![\\p{L}\\p{N}])`,
      'giu',
    ),
    // "Apartment 12, Victoria Mill", "Flat 6 Kestrel House".
    new RegExp(
      `(?<![\\p{L}\\p{N}])(?:[Ff]lat|[Aa]partment|[Aa]pt|[Rr]oom)\\s+\\d{1,4}[A-Za-z]?,?\\s+${capitals}`,
      'gu',
    ),
    // "Rose Cottage, Station Road".
    new RegExp(`${capitals},\\s+${capitals}\\s+(?:${titled(streets.strong)})(?![\\p{L}\\p{N}])`, 'gu'),
  ];
  const strong = new RegExp(
    `(?<![\\p{L}\\p{N}])(?<place>(?<name>${capitals})\\s{1,3}(?:${titled([...places.strong, ...streets.strong.filter((word) => word !== 'st')])}))(?![\\p{L}\\p{N}'’])`,
    'gu',
  );
  const weak = new RegExp(
    `(?<=(?<![\\p{L}])(?:${alternatives(data.place_prepositions)}|on|to|called|live|lives|[Tt]he)\\s+|(?<![\\p{L}])(?:${alternatives([...places.strong, ...places.lower])})\\s?[(:,–-]\\s?)(?<place>(?<name>${capitals})\\s{1,3}(?:${titled([...places.weak, ...streets.weak])}))(?![\\p{L}\\p{N}'’])`,
    'gu',
  );
  const lower = new RegExp(
    `(?<![\\p{L}\\p{N}])(?<place>(?<name>(?:The\\s+)?${capitals}(?:['’]s)?)\\s+(?:${alternatives(places.lower)}))(?![\\p{L}\\p{N}])`,
    'gu',
  );
  const leading =
    /(?<![\p{L}\p{N}])(?:(?:Ysgol|Coleg|Ysbyty|Meddygfa|Gaelscoil|Scoil|Bunscoil)(?:\s+(?:\p{Lu}[\p{L}'’-]+|y|yr|na|an)){1,4}|Ward\s+(?:\d{1,3}\p{Lu}?|\p{Lu}\d{1,3}|\p{Lu}\p{Ll}+)|(?:HMP|HMYOI|YOI)(?:\/YOI)?\s+\p{Lu}[\p{L}'’-]+|St\.?\s+\p{Lu}[\p{L}-]+['’]s?)(?![\p{L}\p{N}])/gu;

  /** Whether there is anything in the name besides words that many places share. */
  const isNamed = (name: string): boolean =>
    (foldName(name).match(/[\p{L}'-]+/gu) ?? []).some((word) => {
      const bare = word.replace(/'s?$/, '');
      return !generic.has(word) && !generic.has(bare) && !kinds.has(word) && !people.has(bare);
    });

  return (text) => {
    if (!mentionsPlace(text)) return [];
    const found: FoundIdentifier[] = [];
    const add = (kind: 'address' | 'place', start: number, end: number): void => {
      if (!found.some((other) => start < other.end && other.start < end)) found.push({ kind, start, end });
    };
    for (const [index, pattern] of addresses.entries()) {
      for (const match of text.matchAll(pattern)) {
        if (index === 0 && !isAddress(match[0], text.slice(0, match.index))) continue;
        add('address', match.index, match.index + match[0].length);
      }
    }
    for (const match of text.matchAll(leading)) add('place', match.index, match.index + match[0].length);
    for (const pattern of [strong, weak, lower]) {
      for (const match of text.matchAll(pattern)) {
        const { place = '', name = '' } = match.groups ?? {};
        // The first words of a sentence and "The" say nothing: what is left must.
        const offset = leadLength(place);
        if (isNamed(name) && !(pattern === lower && /['’]s$/u.test(name) && !/^St\b/.test(name)))
          add('place', match.index + offset, match.index + place.length);
      }
    }
    return found;

    function leadLength(place: string): number {
      let offset = 0;
      for (;;) {
        const word = /^([\p{L}'’.-]+)\s+/u.exec(place.slice(offset));
        if (word === null || !generic.has(foldName(word[1] ?? '')) || /^(?:the|st)$/i.test(word[1] ?? ''))
          return offset;
        offset += word[0].length;
      }
    }
  };

  /** Whether a word stands in it that makes a place's name: a cheap look, for most passages hold none. */
  function mentionsPlace(text: string): boolean {
    for (const [word] of text.matchAll(/[A-Za-z]+/g)) if (telling.has(word.toLowerCase())) return true;
    return false;
  }

  /** In lower case, or with an everyday word for a street, a number needs "at" or "address" before it. */
  function isAddress(address: string, before: string): boolean {
    const named =
      /(?:at|address(?: is)?:?|live[sd]? (?:at|on)|moved? to|now at|outside|from|to|of)\s*$/i.test(before);
    const words: readonly string[] = address.match(/\p{L}[\p{L}'’.-]*/gu) ?? [];
    const last = words.at(-1) ?? '';
    const capitalised = /^\p{Lu}/u.test(last) && words.length >= 2;
    if (/^\d{1,4}\s+(?:the\s+)?\p{Ll}/u.test(address) && !/^\d{1,4}\s+the\s+\p{Lu}/u.test(address))
      return named && words.length === 2 && !generic.has(foldName(words[0] ?? ''));
    return capitalised && (named || words.length >= 2);
  }
}
