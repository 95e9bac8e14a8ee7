import { foldText, type Word } from '../text/words.ts';
import { registers, type CueFile, type CuePhrase, type Register } from './cue-file.ts';
import type { TextCue } from './culture.ts';
import { createPhraseTrie } from './phrase-trie.ts';

/** A cue found in a text. */
export interface CueMatch extends TextCue {
  /** How many words it spans: longer phrases say more. */
  readonly length: number;
}

/** Finds the lexicon's words and phrases in texts. In all of it `forms` are the words of the text, folded. */
export interface CueLexicon {
  /** What it was made of, the user's own phrases among the rest. */
  readonly file: CueFile;
  /** The cues of a text, in order, not overlapping: at each word the longest phrase wins. */
  match: (words: readonly Word[], forms: readonly string[]) => readonly CueMatch[];
  /** How many of the words stand in phrases that speak for no culture. */
  countNeutral: (forms: readonly string[]) => number;
  /** The same string for equal words: looking it up again and again is then quick. */
  intern: (form: string) => string;
  /** The closed class that a word belongs to. */
  registerOf: (form: string) => Register | undefined;
}

/** Words that are interned at a time: more than a run of records uses. */
const internedSize = 20_000;

/** Compiles a cue file. A user's phrase wins over the same one of ours. */
export function compileCueLexicon(file: CueFile, userPhrases: readonly CuePhrase[] = []): CueLexicon {
  const phrases = [...file.phrases, ...userPhrases];
  const cues = createPhraseTrie(phrases.map((cue) => [cue.phrase, cue]));
  const neutral = createPhraseTrie(file.neutral.map((phrase) => [phrase, true]));
  const classes = new Map<string, Register>();
  for (const register of registers) {
    for (const word of file.registers[register]) classes.set(foldText(word), register);
  }
  const interned = new Map<string, string>();
  return {
    file: { ...file, phrases },
    match(words, forms) {
      const matches: CueMatch[] = [];
      for (let index = 0; index < forms.length; index++) {
        const hit = cues.longestAt(forms, index);
        if (!hit) continue;
        const { culture, aspect } = hit.value;
        const start = words[index]?.start ?? 0;
        const end = words[hit.end - 1]?.end ?? start;
        matches.push({ start, end, culture, aspect, length: hit.end - index });
        index = hit.end - 1;
      }
      return matches;
    },
    countNeutral(forms) {
      let count = 0;
      for (let index = 0; index < forms.length; index++) {
        const hit = neutral.longestAt(forms, index);
        if (!hit) continue;
        count += hit.end - index;
        index = hit.end - 1;
      }
      return count;
    },
    intern(form) {
      const known = interned.get(form);
      if (known !== undefined) return known;
      if (interned.size >= internedSize) interned.clear();
      interned.set(form, form);
      return form;
    },
    registerOf: (form) => classes.get(form),
  };
}
