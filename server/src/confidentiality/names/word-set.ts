/** A set of words that is shipped as one text. */
export interface WordSet {
  has: (word: string) => boolean;
}

/** `text`: words, each ended by a line feed. It is taken apart when a word is first asked for. */
export function createWordSet(text: string): WordSet {
  let words: ReadonlySet<string> | undefined;
  return {
    has(word) {
      words ??= new Set(text.split('\n'));
      return words.has(word);
    },
  };
}
