import type { TextModel } from './culture-model.ts';
import { labelCount, pairKey, type Rows, type TermWeights } from './packed-weights.ts';
import type { TextFeatures } from './text-features.ts';
import { countUnit } from './text-form.ts';

/** Log-odds of the labels, in the order of `passageLabels`. */
export type Scores = readonly number[];

/**
 * What a text says about the labels by itself, the mean over the labels being 0. Additions and
 * multiplications in a fixed order: the same on every engine.
 */
export function scoreText(model: TextModel, { tokens, figures }: TextFeatures): Scores {
  const scores = [...model.bias];
  for (let index = 0; index < figures.length; index++) {
    addFigure(scores, model.figures, index, figures[index] ?? 0);
  }
  addTerms(scores, model.terms, tokens);
  const mean = scores.reduce((sum, score) => sum + score, 0) / labelCount;
  return scores.map((score) => score - mean);
}

/** Adds the weights of a numbered figure, times the figure. */
export function addFigure(scores: number[], rows: Rows, index: number, figure: number): void {
  if (figure !== 0) addRow(scores, rows, index, figure);
}

/** Adds the weights of the words and pairs of words that the model knows. */
export function addTerms(scores: number[], terms: TermWeights, tokens: readonly string[]): void {
  const unit = countUnit(tokens.length);
  let previous: number | undefined;
  for (const token of tokens) {
    const word = terms.words.get(token);
    if (word !== undefined) {
      addRow(scores, terms.rows, word, unit);
      const pair = previous === undefined ? undefined : terms.pairs.get(pairKey(previous, word));
      if (pair !== undefined) addRow(scores, terms.rows, pair, unit);
    }
    previous = word;
  }
}

function addRow(scores: number[], { steps, scale }: Rows, row: number, factor: number): void {
  const step = factor * scale;
  let at = row * labelCount;
  for (let label = 0; label < scores.length; label++) {
    scores[label] = (scores[label] ?? 0) + step * (steps[at++] ?? 0);
  }
}
