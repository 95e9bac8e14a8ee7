import { contextParts, type ContextPart } from './context-features.ts';
import { labelCount, type ContextModel } from './culture-model.ts';
import { addDense, addTerms, type Scores } from './text-score.ts';

/** What each part of the context adds to the log-odds of each label. */
export type ScoredParts = Readonly<Record<ContextPart, Scores>>;

/** How many of the innermost headings' words are weighed by themselves. */
export const headingsWeighed = 2;

/**
 * Weighs the figures of a passage's context. `headings`: the tokens of the headings above, outermost first.
 */
export function scoreContext(
  model: ContextModel,
  figures: readonly number[],
  headings: readonly (readonly string[])[],
): ScoredParts {
  const scoresOf = (part: ContextPart): number[] => {
    const scores = new Array<number>(labelCount).fill(0);
    const own = figures.map((figure, index) => (contextParts[index] === part ? figure : 0));
    addDense(scores, model.dense, own);
    return scores;
  };
  const heading = scoresOf('heading');
  for (const tokens of headings.slice(-headingsWeighed)) addTerms(heading, model.headingTerms, tokens);
  return { own: scoresOf('own'), heading, neighbour: scoresOf('neighbour'), place: scoresOf('place') };
}

/** The log-odds of each label, all parts together. */
export function sumScores(model: ContextModel, { own, heading, neighbour, place }: ScoredParts): Scores {
  return model.bias.map((bias, label) => {
    const at = (scores: Scores): number => scores[label] ?? 0;
    return bias + at(own) + at(heading) + at(neighbour) + at(place);
  });
}
