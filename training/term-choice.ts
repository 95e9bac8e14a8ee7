import { exactLog } from '../server/src/culture/exact-math.ts';
import { initialsToken } from '../server/src/culture/text-form.ts';

/** A text's words as the model sees them, and who wrote it. */
export interface WrittenTokens {
  readonly tokens: readonly string[];
  readonly writer: string;
}

/** The words of a text and its pairs of neighbouring words (a space between). */
export function termsOf(tokens: readonly string[]): string[] {
  const terms: string[] = [];
  tokens.forEach((token, index) => {
    terms.push(token);
    if (index > 0) terms.push(`${tokens[index - 1]!} ${token}`);
  });
  return terms;
}

/** Whether a term is a pair of words. */
export function isPair(term: string): boolean {
  return term.includes(' ');
}

/**
 * The terms worth learning and how far each reaches: its idf over four, so that rare terms say more. Terms of
 * fewer than `leastWriters` writers are somebody's habit; pairs of initials are somebody.
 */
export function chooseTerms(texts: readonly WrittenTokens[], leastWriters: number): Map<string, number> {
  const uses = new Map<string, { readonly writers: Set<string>; texts: number }>();
  for (const { tokens, writer } of texts) {
    for (const term of new Set(termsOf(tokens))) {
      let use = uses.get(term);
      if (!use) uses.set(term, (use = { writers: new Set(), texts: 0 }));
      use.writers.add(writer);
      use.texts++;
    }
  }
  const chosen = new Map<string, number>();
  for (const [term, use] of uses) {
    const somebody = isPair(term) && term.split(' ').every((token) => token === initialsToken);
    if (use.writers.size >= leastWriters && !somebody)
      chosen.set(term, exactLog(texts.length / use.texts) / 4);
  }
  return chosen;
}
