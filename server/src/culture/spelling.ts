import { editDistance } from '../text/nearest-name.ts';

/** Finds the known word that a misspelt one stands for; undefined where none is near enough. */
export type Speller = (written: string) => string | undefined;

/** Shorter words are too like each other. */
const leastLetters = 5;
/** Slips are looked for among the commonest words, so that the first one costs no pause. */
const wordsCompared = 20_000;
/** A slip changes at most one letter in so many. */
const lettersAnEdit = 4;

/**
 * Makes a speller for words in the order of how common they are. Words that sound alike are compared: whoever
 * writes by ear (dyslexia, dictation, a second language) keeps the consonants. The sounds of the known words
 * are worked out when the first unknown word comes.
 */
export function createSpeller(words: readonly string[]): Speller {
  let bySound: ReadonlyMap<string, readonly string[]> | undefined;
  return (written) => {
    if (written.length < leastLetters || !/^[a-z]+$/.test(written)) return undefined;
    bySound ??= groupBySound(words);
    let best: string | undefined;
    let fewest = Math.floor(written.length / lettersAnEdit) + 1;
    for (const word of bySound.get(soundOf(written)) ?? []) {
      const edits = isReordered(written, word) ? 1 : editDistance(written, word);
      if (edits >= fewest) continue;
      best = word;
      fewest = edits;
    }
    return best;
  };
}

function groupBySound(words: readonly string[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const word of words.slice(0, wordsCompared)) {
    if (word.length < leastLetters - 1 || !/^[a-z]+$/.test(word)) continue;
    const sound = soundOf(word);
    const group = groups.get(sound);
    if (group) group.push(word);
    else groups.set(sound, [word]);
  }
  return groups;
}

/** The same letters in another order: that the sound is the same too makes it a slip of two letters. */
function isReordered(written: string, word: string): boolean {
  const letters = (of: string): string => Array.from(of).sort().join('');
  return written.length === word.length && letters(written) === letters(word);
}

/** Letters that sound as one or as others; those that aren't named are silent, or vowels. */
const spellings = /^wr|^kn|ph|gh|[st]ion|cian|dg|ck|ch(?=r)|q|c(?=[eiy])|c(?!h)|z|xh?|(?<![cst])h|[aeiouy]/g;
const sounds: Readonly<Record<string, string>> = {
  ...{ wr: 'r', kn: 'n', ph: 'f', tion: 'shn', sion: 'shn', cian: 'shn', dg: 'g' },
  ...{ ck: 'k', ch: 'k', q: 'k', z: 's', x: 'ks', xh: 'ks' },
};

/** The consonants of a lower-case word, roughly as they sound, and whether it begins with a vowel. */
export function soundOf(word: string): string {
  const consonants = word.replace(spellings, (letters, at: number) =>
    letters === 'c' ? ('eiy'.includes(word.charAt(at + 1) || '-') ? 's' : 'k') : (sounds[letters] ?? ''),
  );
  return (/^[aeiouy]/.test(word) ? 'a' : '') + consonants.replace(/(.)\1+/g, '$1');
}
