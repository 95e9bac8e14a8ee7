import * as z from 'zod/mini';
import { createPhraseTrie, type FormAt } from '../culture/phrase-trie.ts';
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
  'may-fail',
  'hostile',
  'hostile-to-writer',
  'acts',
  'served',
  'explaining',
  'opening',
  'learning-assigned',
  'learning-required',
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
  'scene-shift',
  'scene-death',
  'scene-removal',
  'scene-visit',
  'denial',
  'first-person',
  'first-person-plural',
  'placement',
  'writer-alone',
  'worker-named',
  'category',
  'away',
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
  const compiled = signLists.map((list, place) => {
    const trie = createPhraseTrie(data[list].map((phrase) => [phrase, true] as const));
    return { list, place, trie, startsOf: book.createNotes(trie.startsOf) };
  });
  const lists = new Map(compiled.map((each) => [each.list, each]));
  // The lists that have a phrase that starts with a word.
  const listsOf = book.createNotes((form) => compiled.filter(({ trie }) => trie.startsOf(form).length > 0));
  // An edit leaves the plain texts of most passages as they are, though all passages move.
  const remembered = new WeakMap<PlainText, KnownSigns>();

  const formsOf = ({ ids }: TextWords): FormAt => {
    return (index) => {
      const id = ids[index];
      return id === undefined ? undefined : book.formOf(id);
    };
  };
  const hitsOf = (list: SignList, text: TextWords): readonly SignHit[] => {
    const { trie, startsOf } = lists.get(list) ?? {};
    if (trie === undefined || startsOf === undefined) return noHits;
    const formAt = formsOf(text);
    const hits: SignHit[] = [];
    let from = 0;
    for (const [index, id] of text.ids.entries()) {
      const hit = index < from ? undefined : trie.longest(startsOf(id), formAt, index);
      if (hit === undefined) continue;
      const start = text.starts[index] ?? 0;
      hits.push({ start, end: text.ends[hit.end - 1] ?? start, from: index, to: hit.end });
      from = hit.end;
    }
    return hits;
  };
  const readSigns = (text: string): KnownSigns => {
    const words = book.read(text);
    const formAt = formsOf(words);
    const has = new Uint8Array(signLists.length);
    let index = 0;
    for (const id of words.ids) {
      for (const { place, trie, startsOf } of listsOf(id)) {
        if (has[place] === 0 && trie.longest(startsOf(id), formAt, index) !== undefined) has[place] = 1;
      }
      index++;
    }
    return { has, hits: {}, words: undefined };
  };
  const remember = ({ plain }: Passage): KnownSigns => {
    let known = remembered.get(plain);
    if (known === undefined) remembered.set(plain, (known = readSigns(plain.text)));
    return known;
  };
  const has = (list: SignList, passage: Passage): boolean =>
    remember(passage).has[lists.get(list)?.place ?? -1] === 1;
  return {
    wordsOf: (passage) => (remember(passage).words ??= book.read(passage.plain.text).ids.map(book.formOf)),
    find: (list, passage) =>
      has(list, passage)
        ? (remember(passage).hits[list] ??= hitsOf(list, book.read(passage.plain.text)))
        : noHits,
    has,
    findInText: (list, text) => hitsOf(list, book.read(text)),
  };
}

const noHits: readonly SignHit[] = [];

/** What is known of a text: 1 for each list that has something in it; hits and words once they were asked for. */
interface KnownSigns {
  readonly has: Uint8Array;
  readonly hits: Partial<Record<SignList, readonly SignHit[]>>;
  words: readonly string[] | undefined;
}
