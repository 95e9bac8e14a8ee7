import { contextFigures, contextParts, type ScoredContext } from '../server/src/culture/context-features.ts';
import { headingsWeighed } from '../server/src/culture/context-score.ts';
import { labelCount } from '../server/src/culture/packed-weights.ts';
import { countUnit } from '../server/src/culture/text-form.ts';
import { fitLogisticRegression } from './logistic-regression.ts';
import { chooseTerms, isPair } from './term-choice.ts';
import type { Row } from './text-trainer.ts';
import { weighExamples, type Target } from './training-examples.ts';

/** A passage with its surroundings scored by a text model that never saw its writer. */
export interface ContextExample extends Target {
  readonly scored: ScoredContext;
  /** Tokens of the headings above, outermost first. */
  readonly headings: readonly (readonly string[])[];
  readonly writer: string;
}

/** Strengths of the context model, tried on writers left out. */
export interface ContextSettings {
  readonly penalty: number;
  readonly leastWriters: number;
  /** How strongly the words of headings count beside the scores. */
  readonly headingScale: number;
  readonly balance: 0 | 0.5 | 1;
  readonly iterations: number;
}

/** A context model before it is packed. */
export interface FittedContext {
  readonly bias: Row;
  /** By `contextParts`. */
  readonly figures: readonly Row[];
  /** By word. */
  readonly headingTerms: ReadonlyMap<string, Row>;
}

/** Fits the model that weighs a passage's own score against what stands around it. */
export function fitContext(examples: readonly ContextExample[], settings: ContextSettings): FittedContext {
  const texts = examples.flatMap(({ headings, writer }) =>
    headings.slice(-headingsWeighed).map((tokens) => ({ tokens, writer })),
  );
  const words = [...chooseTerms(texts, settings.leastWriters).keys()].filter((term) => !isPair(term));
  const places = new Map(words.map((word, index) => [word, contextParts.length + index]));
  const featuresOf = ({ scored, headings }: ContextExample): Map<number, number> => {
    const features = new Map<number, number>();
    contextFigures(scored).forEach((figure, index) => {
      if (figure !== 0) features.set(index, figure);
    });
    for (const tokens of headings.slice(-headingsWeighed)) {
      const amount = countUnit(tokens.length) * settings.headingScale;
      for (const token of tokens) {
        const place = places.get(token);
        if (place !== undefined) features.set(place, (features.get(place) ?? 0) + amount);
      }
    }
    return features;
  };
  const weighted = weighExamples(examples, (index) => featuresOf(examples[index]!), settings.balance);
  const size = contextParts.length + places.size;
  const { penalty, iterations } = settings;
  const weights = fitLogisticRegression(weighted, { features: size, penalty, iterations });
  const rowAt = (feature: number, scale = 1): Row =>
    Array.from(
      weights.subarray(feature * labelCount, (feature + 1) * labelCount),
      (weight) => weight * scale,
    );
  return {
    bias: rowAt(size),
    figures: contextParts.map((_, index) => rowAt(index)),
    headingTerms: new Map([...places].map(([word, place]) => [word, rowAt(place, settings.headingScale)])),
  };
}
