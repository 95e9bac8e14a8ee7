import type { Passage, SupervisionRecord } from '../record/record.ts';
import { passageSpan } from '../record/record.ts';
import type { PlainText } from '../text/plain-text.ts';
import { shiftSpan, type Span } from '../text/span.ts';
import type { ConfidentialityData, NameLists } from './confidentiality-data.ts';
import { createTextReader, type TextIdentifiers, type TextReader } from './in-text/find-identifiers.ts';
import { findForms } from './key/find-forms.ts';
import { createKeyedReader } from './key/find-keyed-names.ts';
import type { PseudonymKey } from './key/pseudonym-key.ts';
import { createNameLexicon, type NameLexicon } from './names/name-lexicon.ts';
import type { NameCandidate } from './names/find-names.ts';
import type { Identifier } from './identifier.ts';

/** Finds the identifiers of records and of single texts. */
export interface IdentifierFinder {
  readonly data: ConfidentialityData;
  /** Whose real names it knows. */
  readonly key: PseudonymKey | undefined;
  /** The same finder with a key, or with another one; made once for each. */
  withKey: (key: PseudonymKey | undefined) => IdentifierFinder;
  /** All identifiers of a record, in order; the profile decides which of them are spoken of. */
  inRecord: (record: SupervisionRecord) => readonly Identifier[];
  /** Those of a plain text by itself, spans in it. */
  inText: (text: string) => readonly Identifier[];
  /** Whether a record says that names in it are changed, in its header or anywhere in its text. */
  hasStatement: (record: SupervisionRecord) => boolean;
  /** What stands for people of the key in the passages of a record, in order; none without a key. */
  calledIn: (record: SupervisionRecord) => readonly CalledMention[];
}

/** Something that stands for a person of the key. */
export interface CalledMention {
  /** Absolute, UTF-16. */
  readonly span: Span;
  readonly form: string;
  /** By their place in the key; more than one where the key has the same for several. */
  readonly persons: readonly number[];
}

/** A text of a record with the way back to its place. */
interface ReadText {
  readonly text: string;
  readonly read: TextIdentifiers;
  readonly place: (start: number, end: number) => Span;
  readonly inHeader: boolean;
}

const nothing: ReadText[] = [];

/** How many texts that aren't passages are remembered. */
const kept = 2000;

/**
 * Makes a finder; the lists are looked into when the first text is read. A passage that was read before isn't
 * read again. `isPeopleKey` tells which header fields name people.
 */
export function createIdentifierFinder(
  lists: NameLists,
  data: ConfidentialityData,
  isPeopleKey: (key: string) => boolean,
): IdentifierFinder {
  let lexicon: NameLexicon | undefined;
  let reader: TextReader | undefined;
  const known = new WeakMap<PseudonymKey, IdentifierFinder>();
  const getLexicon = (): NameLexicon => (lexicon ??= createNameLexicon(lists, data));
  const plain: TextReader = (text) => (reader ??= createTextReader(getLexicon(), data))(text);
  const withKey = (key: PseudonymKey | undefined): IdentifierFinder => {
    if (key === undefined) return unkeyed;
    const before = known.get(key);
    if (before !== undefined) return before;
    const finder = makeFinder(createKeyedReader(key, plain, getLexicon(), data), key, parts);
    known.set(key, finder);
    return finder;
  };
  const parts: FinderParts = { data, isPeopleKey, withKey };
  const unkeyed = makeFinder(plain, undefined, parts);
  return unkeyed;
}

interface FinderParts extends Pick<IdentifierFinder, 'data' | 'withKey'> {
  readonly isPeopleKey: (key: string) => boolean;
}

function makeFinder(
  reader: TextReader,
  key: PseudonymKey | undefined,
  { data, isPeopleKey, withKey }: FinderParts,
): IdentifierFinder {
  const passages = new WeakMap<PlainText, TextIdentifiers>();
  const others = new Map<string, TextIdentifiers>();
  const records = new WeakMap<SupervisionRecord, readonly Identifier[]>();

  const readText = (text: string): TextIdentifiers => {
    const known = others.get(text);
    if (known !== undefined) return known;
    if (others.size >= kept) others.clear();
    const read = reader(text);
    others.set(text, read);
    return read;
  };
  const readPassage = ({ plain }: Passage): TextIdentifiers => {
    const known = passages.get(plain);
    if (known !== undefined) return known;
    const read = reader(plain.text);
    passages.set(plain, read);
    return read;
  };

  const textsOf = (record: SupervisionRecord): ReadText[] => {
    const people = record.header.filter(({ key }) => key === 'signatures' || isPeopleKey(key));
    const inFrontMatter = record.header
      .filter(({ span }) => record.frontMatter !== undefined && span.end <= record.frontMatter.end)
      .map(({ key, text, span }) => ({
        text,
        read: readText(text),
        place: (start: number, end: number) =>
          record.text.startsWith(text, span.start)
            ? shiftSpan({ start, end }, span.start)
            : { start: span.start, end: span.end },
        inHeader: key === 'signatures' || isPeopleKey(key),
      }));
    const headings = record.sections.map(({ titleSpan }) => {
      const text = record.text.slice(titleSpan.start, titleSpan.end);
      return {
        text,
        read: readText(text),
        place: (start: number, end: number) => shiftSpan({ start, end }, titleSpan.start),
        inHeader: false,
      };
    });
    const bodies = record.passages.flatMap((passage): ReadText[] => {
      const read = readPassage(passage);
      if (read.names.length + read.others.length === 0) return nothing;
      return [
        {
          text: passage.plain.text,
          read,
          place: (start, end) => passageSpan(passage, start, end),
          inHeader: people.some(
            ({ span }) => passage.span.start <= span.start && span.end <= passage.span.end,
          ),
        },
      ];
    });
    return [...inFrontMatter, ...headings, ...bodies];
  };

  return {
    data,
    key,
    withKey,
    calledIn: (record) =>
      key === undefined
        ? []
        : record.passages.flatMap((passage) =>
            findForms(key, passage.plain.text).map(({ start, end, form, persons }) => ({
              span: passageSpan(passage, start, end),
              form,
              persons,
            })),
          ),
    inRecord(record) {
      const known = records.get(record);
      if (known !== undefined) return known;
      const found = gather(textsOf(record)).sort((a, b) => a.span.start - b.span.start);
      records.set(record, found);
      return found;
    },
    hasStatement(record) {
      const header = record.header.find(({ key }) => key === 'confidentiality');
      return (
        (header !== undefined && header.text.trim().length > 3) ||
        record.sections.some(({ title }) => /confidentialit|anonymi[sz]/i.test(title)) ||
        record.passages.some((passage) => readPassage(passage).statement)
      );
    },
    inText: (text) =>
      gather([{ text, read: readText(text), place: (start, end) => ({ start, end }), inHeader: false }]).sort(
        (a, b) => a.span.start - b.span.start,
      ),
  };
}

/** Whoever is plainly named once is known by that name throughout. */
function gather(texts: readonly ReadText[]): Identifier[] {
  const known = new Set<string>();
  const whole = new Map<string, string>();
  for (const { read } of texts) {
    for (const { sure, words, key } of read.names) {
      if (!sure) continue;
      for (const word of words) {
        known.add(word);
        if (words.length > 1 && !whole.has(word)) whole.set(word, key);
      }
    }
  }
  return texts.flatMap(({ text, read, place, inHeader }) => [
    ...read.others.map(({ kind, start, end }) => ({
      kind,
      span: place(start, end),
      text: text.slice(start, end),
      person: undefined,
      inHeader: false,
    })),
    ...read.names
      .filter((name) => name.sure || (name.words.length > 0 && name.words.every((word) => known.has(word))))
      .map((name) => ({
        kind: 'name' as const,
        span: place(name.start, name.end),
        text: text.slice(name.start, name.end),
        person: {
          key: personKey(name, whole),
          full: name.full,
          inKey: name.inKey !== undefined,
          called: name.inKey?.called,
        },
        inHeader,
      })),
  ]);
}

/** "Mrs Hallam" and "Tracey Hallam" are one person where the record says so; by themselves each is its own. */
function personKey({ key, words }: NameCandidate, whole: ReadonlyMap<string, string>): string {
  return words.length === 1 ? (whole.get(key) ?? key) : key;
}
