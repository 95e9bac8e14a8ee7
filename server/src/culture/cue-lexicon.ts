import { createWordBook, type TextWords, type WordBook } from '../text/word-book.ts';
import { foldText } from '../text/words.ts';
import { registers, type CueFile, type CuePhrase } from './cue-file.ts';
import type { TextCue } from './culture.ts';
import { createPhraseTrie } from './phrase-trie.ts';

/** A cue found in a text. */
export interface CueMatch extends TextCue {
  /** How many words it spans: longer phrases say more. */
  readonly length: number;
}

/** The marks that stand for a number and for initials among a text's tokens. */
export const numberToken = '0';
export const initialsToken = 'XX';

/** Finds the lexicon's words and phrases in texts. */
export interface CueLexicon {
  /** What it was made of, the user's own phrases among the rest. */
  readonly file: CueFile;
  /** Where it has its words from. */
  readonly book: WordBook;
  /** The numbers of {@link numberToken} and {@link initialsToken} in the book's present volume. */
  marks: () => { readonly numberId: number; readonly initialsId: number };
  /** The closed class that a word belongs to, as an index of `registers`; -1: to none. */
  registerOf: (id: number) => number;
  /** The cues of a text, in order, not overlapping: at each word the longest phrase wins. */
  match: (text: TextWords) => readonly CueMatch[];
  /** How many of the words stand in phrases that speak for no culture. */
  countNeutral: (text: TextWords) => number;
}

/** Compiles a cue file. A user's phrase wins over the same one of ours. */
export function compileCueLexicon(
  file: CueFile,
  userPhrases: readonly CuePhrase[] = [],
  book: WordBook = createWordBook(),
): CueLexicon {
  const phrases = [...file.phrases, ...userPhrases];
  const cues = createPhraseTrie(phrases.map((cue) => [cue.phrase, cue]));
  const neutral = createPhraseTrie(file.neutral.map((phrase) => [phrase, true]));
  const classes = new Map(
    registers.flatMap((register, index) =>
      file.registers[register].map((word) => [foldText(word), index] as const),
    ),
  );
  const registerOf = book.createNotes((form) => classes.get(form) ?? -1);
  const cueStartsOf = book.createNotes(cues.startsOf);
  const neutralStartsOf = book.createNotes(neutral.startsOf);
  let marks = { volume: -1, numberId: -1, initialsId: -1 };
  return {
    file: { ...file, phrases },
    book,
    marks() {
      const volume = book.volume();
      if (marks.volume !== volume)
        marks = { volume, numberId: book.idOf(numberToken), initialsId: book.idOf(initialsToken) };
      return marks;
    },
    registerOf,
    match({ starts, ends, ids }) {
      const matches: CueMatch[] = [];
      const formAt = (index: number): string | undefined =>
        index < ids.length ? book.formOf(ids[index]!) : undefined;
      for (let index = 0; index < ids.length; index++) {
        const cueStarts = cueStartsOf(ids[index]!);
        const hit = cueStarts.length === 0 ? undefined : cues.longest(cueStarts, formAt, index);
        if (!hit) continue;
        const { culture, aspect } = hit.value;
        const start = starts[index]!;
        const end = ends[hit.end - 1]!;
        matches.push({ start, end, culture, aspect, length: hit.end - index });
        index = hit.end - 1;
      }
      return matches;
    },
    countNeutral({ ids }) {
      let count = 0;
      const formAt = (index: number): string | undefined =>
        index < ids.length ? book.formOf(ids[index]!) : undefined;
      for (let index = 0; index < ids.length; index++) {
        const neutralStarts = neutralStartsOf(ids[index]!);
        const hit = neutralStarts.length === 0 ? undefined : neutral.longest(neutralStarts, formAt, index);
        if (!hit) continue;
        count += hit.end - index;
        index = hit.end - 1;
      }
      return count;
    },
  };
}
