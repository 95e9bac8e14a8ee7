import { passageLabels, type Culture, type PassageLabel } from '../terms/cultures.ts';
import { contextFigures, type ContextPart } from './context-features.ts';
import { scoreContext, sumScores } from './context-score.ts';
import type { CuePhrase } from './cue-file.ts';
import { compileCueLexicon, type CueLexicon } from './cue-lexicon.ts';
import type { CultureModel } from './culture-model.ts';
import type { CultureReader, CultureReading, PassageInContext } from './culture.ts';
import { softmax } from './exact-math.ts';
import { pickAspect, pickCues } from './reading-cues.ts';
import { rememberRecent } from './recent.ts';
import { readTextFeatures, type TextFeatures } from './text-features.ts';
import { scoreText, type Scores } from './text-score.ts';

/** A text with what it says by itself. */
interface ReadText extends TextFeatures {
  readonly scores: Scores;
}

/** A passage is its neighbours' neighbour: each text is wanted for up to nine readings in a row. */
const textsRemembered = 32;

/**
 * Makes a reader out of a model and a cue lexicon. `userPhrases` count as cues beside the lexicon's, and
 * win where both have the same words. The reader remembers the texts it read last, never their readings.
 */
export function createCultureReader(
  model: CultureModel,
  cues: CueLexicon,
  userPhrases: readonly CuePhrase[] = [],
): CultureReader {
  const lexicon = userPhrases.length > 0 ? compileCueLexicon(cues.file, userPhrases) : cues;
  const readText = rememberRecent(textsRemembered, (text): ReadText => {
    const features = readTextFeatures(text, lexicon);
    return { ...features, scores: scoreText(model.text, features) };
  });
  return { read: (passage) => readPassage(model, passage, readText) };
}

function readPassage(
  model: CultureModel,
  passage: PassageInContext,
  readText: (text: string) => ReadText,
): CultureReading {
  const own = readText(passage.text);
  const headings = passage.headings.map(readText);
  const scoresOf = (text: string): Scores => readText(text).scores;
  const figures = contextFigures({
    own: own.scores,
    headings: headings.map(({ scores }) => scores),
    before: passage.before.map(scoresOf),
    after: passage.after.map(scoresOf),
    kind: passage.kind,
    block: passage.block,
  });
  const parts = scoreContext(
    model.context,
    figures,
    headings.map(({ tokens }) => tokens),
  );
  const { temperature, decideFrom, secondaryFrom } = model.calibration;
  const shares = softmax(sumScores(model.context, parts).map((score) => score / temperature));
  const [best, second] = twoBest(shares);
  const confidence = shares[best] ?? 0;
  const leadOf = (part: ContextPart): number =>
    ((parts[part][best] ?? 0) - (parts[part][second] ?? 0)) / temperature;
  return {
    best: labelAt(best),
    confidence,
    runnerUp: { culture: labelAt(second), confidence: shares[second] ?? 0 },
    probabilities: shares,
    decided: confidence >= decideFrom,
    secondary: secondaryOf(shares, best, secondaryFrom),
    aspect: pickAspect(own.cues, labelAt(best)),
    cues: pickCues(model, own, best, second),
    headingPart: leadOf('heading'),
    neighbourPart: leadOf('neighbour'),
  };
}

/** The culture next to the best one, itself a culture, where it comes close enough. */
export function secondaryOf(shares: readonly number[], best: number, from: number): Culture | undefined {
  const none = passageLabels.indexOf('none');
  if (best === none) return undefined;
  const [, second] = twoBest(shares.map((share, label) => (label === none ? -1 : share)));
  const label = labelAt(second);
  return label !== 'none' && (shares[second] ?? 0) >= from * (shares[best] ?? 0) ? label : undefined;
}

/** Indices of the highest two; of equals the earlier label goes first. */
export function twoBest(shares: readonly number[]): readonly [number, number] {
  let best = 0;
  for (let label = 1; label < shares.length; label++)
    if ((shares[label] ?? 0) > (shares[best] ?? 0)) best = label;
  let second = best === 0 ? 1 : 0;
  for (let label = second + 1; label < shares.length; label++) {
    if (label !== best && (shares[label] ?? 0) > (shares[second] ?? 0)) second = label;
  }
  return [best, second];
}

function labelAt(index: number): PassageLabel {
  return passageLabels[index] ?? 'none';
}
