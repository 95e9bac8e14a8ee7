import { foldText, type Word } from '../text/words.ts';
import { registers, type CueFile, type CuePhrase, type Register } from './cue-file.ts';
import type { TextCue } from './culture.ts';
import { createPhraseTrie, type FoldedWord, type PhraseStarts } from './phrase-trie.ts';

/** A cue found in a text. */
export interface CueMatch extends TextCue {
  /** How many words it spans: longer phrases say more. */
  readonly length: number;
}

/** A folded word with all that the lexicon has on it. */
export interface LexiconWord extends FoldedWord {
  /** The closed class that it belongs to. */
  readonly register: Register | undefined;
  readonly cueStarts: PhraseStarts<CuePhrase>;
  readonly neutralStarts: PhraseStarts<boolean>;
}

/** Finds the lexicon's words and phrases in texts. */
export interface CueLexicon {
  /** What it was made of, the user's own phrases among the rest. */
  readonly file: CueFile;
  /** Looks a folded word up; the same object for equal words, as long as it is remembered. */
  lookUp: (form: string) => LexiconWord;
  /** The cues of a text, in order, not overlapping: at each word the longest phrase wins. */
  match: (places: readonly Word[], words: readonly LexiconWord[]) => readonly CueMatch[];
  /** How many of the words stand in phrases that speak for no culture. */
  countNeutral: (words: readonly LexiconWord[]) => number;
}

/** Words that are remembered at a time: more than a run of records uses. */
const rememberedWords = 20_000;

/** Compiles a cue file. A user's phrase wins over the same one of ours. */
export function compileCueLexicon(file: CueFile, userPhrases: readonly CuePhrase[] = []): CueLexicon {
  const phrases = [...file.phrases, ...userPhrases];
  const cues = createPhraseTrie(phrases.map((cue) => [cue.phrase, cue]));
  const neutral = createPhraseTrie(file.neutral.map((phrase) => [phrase, true]));
  const classes = new Map<string, Register>();
  for (const register of registers) {
    for (const word of file.registers[register]) classes.set(foldText(word), register);
  }
  const remembered = new Map<string, LexiconWord>();
  return {
    file: { ...file, phrases },
    lookUp(form) {
      const known = remembered.get(form);
      if (known !== undefined) return known;
      if (remembered.size >= rememberedWords) remembered.clear();
      const register = classes.get(form);
      const word = { form, register, cueStarts: cues.startsOf(form), neutralStarts: neutral.startsOf(form) };
      remembered.set(form, word);
      return word;
    },
    match(places, words) {
      const matches: CueMatch[] = [];
      for (let index = 0; index < words.length; index++) {
        const { cueStarts } = words[index]!;
        const hit = cueStarts.length === 0 ? undefined : cues.longest(cueStarts, words, index);
        if (!hit) continue;
        const { culture, aspect } = hit.value;
        const start = places[index]?.start ?? 0;
        const end = places[hit.end - 1]?.end ?? start;
        matches.push({ start, end, culture, aspect, length: hit.end - index });
        index = hit.end - 1;
      }
      return matches;
    },
    countNeutral(words) {
      let count = 0;
      for (let index = 0; index < words.length; index++) {
        const { neutralStarts } = words[index]!;
        const hit = neutralStarts.length === 0 ? undefined : neutral.longest(neutralStarts, words, index);
        if (!hit) continue;
        count += hit.end - index;
        index = hit.end - 1;
      }
      return count;
    },
  };
}
