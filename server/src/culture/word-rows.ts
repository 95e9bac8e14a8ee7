import { createSpeller } from './spelling.ts';

/** The row of words that aren't known and aren't like any that is. */
const unknownRow = 0;

/** Words that are remembered with their rows at a time: a small table is quick to look up in. */
const rememberedWords = 5000;

/**
 * Gives each word its row: those of the list, in its order (the commonest first), from row 1 on; a misspelt one
 * the row of the word that it stands for.
 */
export function createRowFinder(words: readonly string[]): (word: string) => number {
  const rows = new Map(words.map((word, index) => [word, index + 1]));
  const spell = createSpeller(words);
  const remembered = new Map<string, number>();
  return (word) => {
    const known = remembered.get(word);
    if (known !== undefined) return known;
    const row = rows.get(word) ?? rows.get(spell(word) ?? '') ?? unknownRow;
    if (remembered.size >= rememberedWords) remembered.clear();
    remembered.set(word, row);
    return row;
  };
}
