/** A set of words as one text, sorted and one a line: nothing to build when the program starts. */
export interface SortedWords {
  has: (word: string) => boolean;
}

/** `text`: words sorted by UTF-16 units, each ended by a line feed. */
export function createSortedWords(text: string): SortedWords {
  return {
    has(word) {
      let low = 0;
      let high = text.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        const start = text.lastIndexOf('\n', middle - 1) + 1;
        const end = text.indexOf('\n', start);
        if (end < 0) return false;
        const found = text.slice(start, end);
        if (found === word) return true;
        if (found < word) low = end + 1;
        else high = start;
      }
      return false;
    },
  };
}
