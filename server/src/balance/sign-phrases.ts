import * as z from 'zod/mini';
import { createPhraseTrie, type FoldedWord, type PhraseTrie } from '../culture/phrase-trie.ts';
import type { Passage } from '../record/record.ts';
import type { PlainText } from '../text/plain-text.ts';
import { findWords, foldText, type Word } from '../text/words.ts';

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

/** The words of a passage or text, as the lists are looked for in them. */
export interface WordsOf {
  readonly places: readonly Word[];
  readonly words: readonly FoldedWord[];
}

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
  /** The words of a passage; remembered as long as its plain text is. */
  wordsOf: (passage: Passage) => WordsOf;
  /** The hits of a list in a passage, in order, not overlapping. */
  find: (list: SignList, passage: Passage) => readonly SignHit[];
  has: (list: SignList, passage: Passage) => boolean;
  /** The same for any text, such as a heading. */
  findInText: (list: SignList, text: string) => readonly SignHit[];
}

/** Compiles the lists. */
export function createSignPhrases(data: z.infer<typeof signPhrasesSchema>): SignPhrases {
  const tries = new Map<SignList, PhraseTrie<true>>(
    signLists.map((list) => [list, createPhraseTrie(data[list].map((phrase) => [phrase, true] as const))]),
  );
  // An edit leaves the plain texts of most passages as they are, though all passages move.
  const remembered = new WeakMap<PlainText, KnownSigns>();
  const remember = ({ plain }: Passage): KnownSigns => {
    let known = remembered.get(plain);
    if (known === undefined)
      remembered.set(plain, (known = { words: undefined, has: new Int8Array(signLists.length), hits: {} }));
    return known;
  };
  const wordsOf = (passage: Passage): WordsOf => {
    const known = remember(passage);
    return (known.words ??= readWords(passage.plain.text));
  };
  const places = new Map(signLists.map((list, place) => [list, place] as const));
  const has = (list: SignList, passage: Passage): boolean => {
    const known = remember(passage);
    const place = places.get(list) ?? 0;
    if (known.has[place] === 0) known.has[place] = find(list, wordsOf(passage), true).length > 0 ? 1 : -1;
    return known.has[place] === 1;
  };
  const find = (list: SignList, { places: at, words }: WordsOf, first = false): readonly SignHit[] => {
    const trie = tries.get(list);
    const hits: SignHit[] = [];
    for (let index = 0; trie !== undefined && index < words.length; index++) {
      const hit = trie.longest(trie.startsOf(words[index]?.form ?? ''), words, index);
      if (hit === undefined) continue;
      const start = at[index]?.start ?? 0;
      hits.push({ start, end: at[hit.end - 1]?.end ?? start, from: index, to: hit.end });
      if (first) break;
      index = hit.end - 1;
    }
    return hits;
  };
  return {
    wordsOf,
    find: (list, passage) =>
      has(list, passage) ? (remember(passage).hits[list] ??= find(list, wordsOf(passage))) : noHits,
    has,
    findInText: (list, text) => find(list, readWords(text)),
  };
}

const noHits: readonly SignHit[] = [];

/** What is known of a text: its words once they were asked for, 1 or -1 for each list looked for, and hits. */
interface KnownSigns {
  words: WordsOf | undefined;
  readonly has: Int8Array;
  readonly hits: Partial<Record<SignList, readonly SignHit[]>>;
}

function readWords(text: string): WordsOf {
  const places = findWords(text);
  return { places, words: places.map(({ start, end }) => ({ form: foldText(text.slice(start, end)) })) };
}
