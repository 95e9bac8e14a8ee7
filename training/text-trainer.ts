import { labelCount } from '../server/src/culture/packed-weights.ts';
import { figureNames, type TextFeatures } from '../server/src/culture/text-features.ts';
import { countUnit } from '../server/src/culture/text-form.ts';
import { fitLogisticRegression } from './logistic-regression.ts';
import { chooseTerms, isPair, termsOf } from './term-choice.ts';
import { weighExamples, type Target } from './training-examples.ts';
import type { WordVectors } from './word-vectors.ts';

/** A text to learn from. */
export interface TextExample extends Target {
  readonly features: TextFeatures;
  readonly writer: string;
}

/** Strengths of the text model, tried on writers left out. */
export interface TextSettings {
  readonly penalty: number;
  readonly leastWriters: number;
  /** How strongly pairs of words count beside words. */
  readonly pairScale: number;
  /** How strongly word vectors count beside words. */
  readonly vectorScale: number;
  readonly balance: 0 | 0.5 | 1;
  readonly iterations: number;
}

/** A weight for each label. */
export type Row = readonly number[];

/** A text model before it is packed. */
export interface FittedText {
  readonly bias: Row;
  /** By `figureNames`. */
  readonly figures: readonly Row[];
  /** By word, or by two words with a space between. */
  readonly terms: ReadonlyMap<string, Row>;
}

/** Fits the model that scores a text by itself. */
export function fitText(
  examples: readonly TextExample[],
  vectors: WordVectors,
  settings: TextSettings,
): FittedText {
  const texts = examples.map(({ features, writer }) => ({ tokens: features.tokens, writer }));
  const scales = chooseTerms(texts, settings.leastWriters);
  for (const [term, scale] of scales) if (isPair(term)) scales.set(term, scale * settings.pairScale);
  const vectorsFrom = figureNames.length;
  const termsFrom = vectorsFrom + vectors.dimensions;
  const places = new Map([...scales.keys()].map((term, index) => [term, termsFrom + index]));
  const featuresOf = ({ tokens, figures }: TextFeatures): Map<number, number> => {
    const unit = countUnit(tokens.length);
    const features = new Map<number, number>();
    const add = (feature: number, amount: number): void => {
      features.set(feature, (features.get(feature) ?? 0) + amount);
    };
    figures.forEach((figure, index) => {
      if (figure !== 0) add(index, figure);
    });
    meanVector(tokens, vectors).forEach((value, at) => add(vectorsFrom + at, value * settings.vectorScale));
    for (const term of termsOf(tokens)) {
      const place = places.get(term);
      if (place !== undefined) add(place, unit * scales.get(term)!);
    }
    return features;
  };
  const weighted = weighExamples(
    examples,
    (index) => featuresOf(examples[index]!.features),
    settings.balance,
  );
  const size = termsFrom + places.size;
  const { penalty, iterations } = settings;
  const weights = fitLogisticRegression(weighted, { features: size, penalty, iterations });
  const rowAt = (feature: number): Row =>
    Array.from(weights.subarray(feature * labelCount, (feature + 1) * labelCount));
  const terms = new Map<string, Row>();
  for (const [term, place] of places) terms.set(term, scaled(rowAt(place), scales.get(term)!));
  foldVectors(terms, vectors, (at) => scaled(rowAt(vectorsFrom + at), settings.vectorScale));
  return { bias: rowAt(size), figures: figureNames.map((_, index) => rowAt(index)), terms };
}

/** The vectors of a text's words added up, per square root of its words. */
function meanVector(tokens: readonly string[], { dimensions, starts, values }: WordVectors): Float64Array {
  const sum = new Float64Array(dimensions);
  const unit = countUnit(tokens.length);
  for (const token of tokens) {
    const start = starts.get(token);
    if (start === undefined) continue;
    for (let at = 0; at < dimensions; at++) sum[at]! += values[start + at]! * unit;
  }
  return sum;
}

/**
 * Adds to each word what its vector says. The model is linear, so the vectors themselves need not be
 * shipped: a word's part of the score is one row.
 */
function foldVectors(terms: Map<string, Row>, vectors: WordVectors, rowOf: (dimension: number) => Row): void {
  const rows = Array.from({ length: vectors.dimensions }, (_, at) => rowOf(at));
  for (const [word, start] of vectors.starts) {
    const row = [...(terms.get(word) ?? new Array<number>(labelCount).fill(0))];
    rows.forEach((weights, at) => {
      const value = vectors.values[start + at]!;
      for (let label = 0; label < labelCount; label++) row[label]! += value * weights[label]!;
    });
    terms.set(word, row);
  }
}

function scaled(row: Row, factor: number): Row {
  return row.map((weight) => weight * factor);
}
