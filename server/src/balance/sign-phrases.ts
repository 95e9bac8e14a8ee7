import * as z from 'zod/mini';
import { createPhraseTrie } from '../culture/phrase-trie.ts';
import type { Passage } from '../record/record.ts';
import type { PlainText } from '../text/plain-text.ts';
import { createWordBook, type TextWords, type WordBook } from '../text/word-book.ts';

/** The lists of `server/data/signs.yaml`; what each is for stands there. */
export const signLists = [
  'feeling',
  'feeling-not',
  'tending',
  'exclusion',
  'redress',
  'decision',
  'reason',
  'casework',
  'capability',
  'capability-weak',
  'acts',
  'served',
  'explaining',
  'opening',
  'learning-assigned',
  'learning-chosen',
  'shared-space',
  'taken-up',
  'fair-seen',
  'fair-account',
  'fair-support',
  'fair-expected',
  'fair-accompanied',
  'fair-over',
  'fair-kind',
  'community-domain',
  'community-community',
  'community-practice',
  'community-trust',
  'community-belonging',
  'community-equality',
  'community-thriving',
  'community-handed-on',
  'community-reaching-out',
  'style-directing',
  'style-coaching',
  'style-supporting',
  'style-delegating',
  'unquotable',
  'quotable',
  'private-life',
  'review-doubt',
  'review-doubt-not',
  'review-dilemma',
  'review-disagreement',
  'review-feedback',
  'review-picked-up',
  'scene-earlier-actions',
  'scene-gap',
  'scene-training',
  'scene-praise',
  'scene-death',
] as const;

/** One of {@link signLists}. */
export type SignList = (typeof signLists)[number];

const phrases = z.array(z.string().check(z.minLength(1))).check(z.minLength(1));

/** `server/data/signs.yaml`. */
export const signPhrasesSchema = z.record(z.enum(signLists), phrases);

/** A phrase of a list in a text, UTF-16 offsets. */
export interface SignHit {
  readonly start: number;
  readonly end: number;
  /** Index of its first word and of the word after its last one. */
  readonly from: number;
  readonly to: number;
}

/** Looks for the phrases of signs. */
export interface SignPhrases {
  /** The words of a passage, folded. */
  wordsOf: (passage: Passage) => readonly string[];
  /** The hits of a list in a passage, in order, not overlapping. */
  find: (list: SignList, passage: Passage) => readonly SignHit[];
  has: (list: SignList, passage: Passage) => boolean;
  /** The same for any text, such as a heading. */
  findInText: (list: SignList, text: string) => readonly SignHit[];
}

/**
 * Compiles the lists. Which lists have something in a passage is found out for all of them in one go over its words;
 * `book` is where words are from.
 */
export function createSignPhrases(
  data: z.infer<typeof signPhrasesSchema>,
  book: WordBook = createWordBook(),
): SignPhrases {
  const places = new Map(signLists.map((list, place) => [list, place] as const));
  const tries = signLists.map((list) =>
    createPhraseTrie(data[list].map((phrase) => [phrase, true] as const)),
  );
  const startsOf = tries.map((trie) => book.createNotes(trie.startsOf));
  // The lists that have a phrase that starts with a word.
  const listsOf = book.createNotes((form) =>
    tries.flatMap((trie, place) => (trie.startsOf(form).length > 0 ? [place] : [])),
  );
  // An edit leaves the plain texts of most passages as they are, though all passages move.
  const remembered = new WeakMap<PlainText, KnownSigns>();

  const hitsOf = (place: number, { starts, ends, ids }: TextWords): readonly SignHit[] => {
    const trie = tries[place]!;
    const startsWith = startsOf[place]!;
    const formAt = (index: number): string | undefined =>
      index < ids.length ? book.formOf(ids[index]!) : undefined;
    const hits: SignHit[] = [];
    for (let index = 0; index < ids.length; index++) {
      const first = startsWith(ids[index]!);
      const hit = first.length === 0 ? undefined : trie.longest(first, formAt, index);
      if (hit === undefined) continue;
      hits.push({ start: starts[index]!, end: ends[hit.end - 1]!, from: index, to: hit.end });
      index = hit.end - 1;
    }
    return hits;
  };
  const readSigns = (text: string): KnownSigns => {
    const { ids } = book.read(text);
    const has = new Uint8Array(signLists.length);
    const formAt = (index: number): string | undefined =>
      index < ids.length ? book.formOf(ids[index]!) : undefined;
    for (let index = 0; index < ids.length; index++) {
      for (const place of listsOf(ids[index]!)) {
        if (has[place] === 1) continue;
        const first = startsOf[place]!(ids[index]!);
        if (tries[place]!.longest(first, formAt, index) !== undefined) has[place] = 1;
      }
    }
    return { has, hits: {} };
  };
  const remember = ({ plain }: Passage): KnownSigns => {
    let known = remembered.get(plain);
    if (known === undefined) remembered.set(plain, (known = readSigns(plain.text)));
    return known;
  };
  const has = (list: SignList, passage: Passage): boolean =>
    remember(passage).has[places.get(list) ?? 0] === 1;
  return {
    wordsOf: ({ plain }) => book.read(plain.text).ids.map(book.formOf),
    find: (list, passage) =>
      has(list, passage)
        ? (remember(passage).hits[list] ??= hitsOf(places.get(list) ?? 0, book.read(passage.plain.text)))
        : noHits,
    has,
    findInText: (list, text) => hitsOf(places.get(list) ?? 0, book.read(text)),
  };
}

const noHits: readonly SignHit[] = [];

/** What is known of a text: 1 for each list that has something in it, and hits that were asked for. */
interface KnownSigns {
  readonly has: Uint8Array;
  readonly hits: Partial<Record<SignList, readonly SignHit[]>>;
}
