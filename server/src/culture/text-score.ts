import { labelCount, type DenseWeights, type TermWeights, type TextModel } from './culture-model.ts';
import type { TextFeatures } from './text-features.ts';

/** Log-odds of the labels, in the order of `passageLabels`. */
export type Scores = readonly number[];

/**
 * What a text says about the labels by itself, its mean over the labels set to 0. Pure arithmetic in a
 * fixed order: the same on every engine.
 */
export function scoreText(model: TextModel, { tokens, dense }: TextFeatures): Scores {
  const scores = [...model.bias];
  addDense(scores, model.dense, dense);
  addTerms(scores, model.terms, tokens);
  return centre(scores);
}

/** Adds the weights of numbered features, each times its figure. */
export function addDense(scores: number[], { values }: DenseWeights, figures: readonly number[]): void {
  for (let feature = 0; feature < figures.length; feature++) {
    const figure = figures[feature] ?? 0;
    if (figure !== 0) addRow(scores, values, feature * labelCount, figure);
  }
}

/** Adds the weights of the words and pairs of words that the model knows, by {@link termUnit}. */
export function addTerms(scores: number[], { starts, values }: TermWeights, tokens: readonly string[]): void {
  const unit = termUnit(tokens.length);
  let previous = '';
  for (const token of tokens) {
    const start = starts.get(token);
    if (start !== undefined) addRow(scores, values, start, unit);
    if (previous !== '') {
      const pair = starts.get(`${previous} ${token}`);
      if (pair !== undefined) addRow(scores, values, pair, unit);
    }
    previous = token;
  }
}

/** What one occurrence of a term counts for: less in long texts, where there are more of them. */
export function termUnit(words: number): number {
  return 1 / Math.sqrt(Math.max(words, 4));
}

function addRow(scores: number[], values: Float64Array, start: number, factor: number): void {
  for (let label = 0; label < labelCount; label++) {
    scores[label] = (scores[label] ?? 0) + factor * (values[start + label] ?? 0);
  }
}

function centre(scores: number[]): Scores {
  let sum = 0;
  for (const score of scores) sum += score;
  const mean = sum / labelCount;
  return scores.map((score) => score - mean);
}
