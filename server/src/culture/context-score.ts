import { contextParts, type ContextPart } from './context-features.ts';
import type { ContextModel } from './culture-model.ts';
import { labelCount } from './packed-weights.ts';
import { addFigure, addTerms, type Scores } from './text-score.ts';

/** What each part of the context adds to the log-odds of each label. */
export type ScoredParts = Readonly<Record<ContextPart, Scores>>;

/** How many of the innermost headings are weighed by their words too. */
export const headingsWeighed = 2;

/** Weighs the figures of a passage's context. `headings`: tokens of those above, outermost first. */
export function scoreContext(
  model: ContextModel,
  figures: readonly number[],
  headings: readonly (readonly string[])[],
): ScoredParts {
  const zeros = (): number[] => new Array<number>(labelCount).fill(0);
  const parts = { own: zeros(), heading: zeros(), neighbour: zeros(), place: zeros() };
  figures.forEach((figure, index) => {
    const part = contextParts[index];
    if (part) addFigure(parts[part], model.figures, index, figure);
  });
  for (const tokens of headings.slice(-headingsWeighed)) addTerms(parts.heading, model.headingTerms, tokens);
  return parts;
}

/** The log-odds of each label, all parts together. */
export function sumScores(model: ContextModel, { own, heading, neighbour, place }: ScoredParts): Scores {
  return model.bias.map((bias, label) => {
    const at = (scores: Scores): number => scores[label] ?? 0;
    return bias + at(own) + at(heading) + at(neighbour) + at(place);
  });
}
