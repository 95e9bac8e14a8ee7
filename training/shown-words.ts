import type { LabelledPassage } from './corpus.ts';
import type { TrainingInputs } from './inputs.ts';

/** A word shown to a user must be in common use, or it is somebody's habit. */
const leastWriters = 4;
const leastUses = 6;
const leastLetters = 4;

interface Use {
  readonly writers: Set<string>;
  count: number;
  /** How often it starts with a capital: names mostly do. */
  capitals: number;
}

/** Words that make sense to a person as a cue: content words in common use, no names. In alphabetic order. */
export function chooseShownWords(
  corpus: readonly LabelledPassage[],
  { featuresOf, stopWords, lexicon: { book } }: Pick<TrainingInputs, 'featuresOf' | 'stopWords' | 'lexicon'>,
): string[] {
  const uses = new Map<string, Use>();
  for (const { passage, writer } of corpus) {
    const { starts, tokens } = featuresOf(passage.text);
    tokens.map(book.formOf).forEach((token, index) => {
      if (token.length < leastLetters || !/^[a-z]+$/u.test(token) || stopWords.has(token)) return;
      let use = uses.get(token);
      if (!use) uses.set(token, (use = { writers: new Set(), count: 0, capitals: 0 }));
      use.writers.add(writer);
      use.count++;
      if (passage.text.charAt(starts[index] ?? 0) !== token.charAt(0)) use.capitals++;
    });
  }
  const isCommon = ({ writers, count, capitals }: Use): boolean =>
    writers.size >= leastWriters && count >= leastUses && capitals * 2 < count;
  return [...uses]
    .filter(([, use]) => isCommon(use))
    .map(([word]) => word)
    .sort();
}
