import { contextFigures, type ContextPart } from './context-features.ts';
import { scoreContext, sumScores } from './context-score.ts';
import { compileCueLexicon, type CueLexicon } from './cue-lexicon.ts';
import type { CuePhrase } from './cue-file.ts';
import { labelAt, type CultureModel } from './culture-model.ts';
import type { Culture, CultureReader, CultureReading, PassageInContext } from './culture.ts';
import { softmax } from './exact-math.ts';
import { pickAspect, pickCues } from './reading-cues.ts';
import { readTextFeatures, type TextFeatures } from './text-features.ts';
import { scoreText, type Scores } from './text-score.ts';

interface ReadText extends TextFeatures {
  readonly scores: Scores;
}

/** A passage's neighbours are its neighbours' passages: each text is read once for up to nine readings. */
const cacheSize = 512;

/**
 * Makes a reader out of a model and a cue lexicon. `extraPhrases` are the user's own literal phrases: they
 * count as cues beside the lexicon's, and win where both have the same words.
 */
export function createCultureReader(
  model: CultureModel,
  cues: CueLexicon,
  extraPhrases: readonly CuePhrase[] = [],
): CultureReader {
  const lexicon = extraPhrases.length > 0 ? compileCueLexicon([...cues.phrases, ...extraPhrases]) : cues;
  const cache = new Map<string, ReadText>();
  const readText = (text: string): ReadText => {
    const known = cache.get(text);
    if (known) return known;
    const features = readTextFeatures(text, lexicon);
    const read = { ...features, scores: scoreText(model.text, features) };
    if (cache.size >= cacheSize) cache.clear();
    cache.set(text, read);
    return read;
  };
  return { read: (passage) => readPassage(model, passage, readText) };
}

function readPassage(
  model: CultureModel,
  passage: PassageInContext,
  readText: (text: string) => ReadText,
): CultureReading {
  const own = readText(passage.text);
  const scoresOf = (text: string): Scores => readText(text).scores;
  const figures = contextFigures({
    own: own.scores,
    headings: passage.headings.map(scoresOf),
    before: passage.before.map(scoresOf),
    after: passage.after.map(scoresOf),
    kind: passage.kind,
    block: passage.block,
  });
  const parts = scoreContext(
    model.context,
    figures,
    passage.headings.map((heading) => readText(heading).tokens),
  );
  const { temperature, decideFrom, secondaryFrom } = model.calibration;
  const total = sumScores(model.context, parts).map((score) => score / temperature);
  const shares = softmax(total);
  const [best, second] = ranked(shares);
  const confidence = shareAt(shares, best);
  const leadOf = (part: ContextPart): number =>
    ((parts[part][best] ?? 0) - (parts[part][second] ?? 0)) / temperature;
  return {
    best: labelAt(best),
    confidence,
    runnerUp: { culture: labelAt(second), confidence: shareAt(shares, second) },
    decided: confidence >= decideFrom,
    secondary: secondaryOf(shares, best, secondaryFrom),
    aspect: pickAspect(own.cues, labelAt(best)),
    cues: pickCues(model, own, best, second),
    headingPart: leadOf('heading'),
    neighbourPart: leadOf('neighbour'),
  };
}

/** The second best culture where it comes close enough to the best one, itself a culture. */
function secondaryOf(shares: readonly number[], best: number, from: number): Culture | undefined {
  if (labelAt(best) === 'none') return undefined;
  const second = ranked(shares.map((share, index) => (labelAt(index) === 'none' ? -1 : share)))[1];
  const label = labelAt(second);
  return label !== 'none' && shareAt(shares, second) >= from * shareAt(shares, best) ? label : undefined;
}

/** Indices of the two highest; of equals the earlier label goes first. */
function ranked(shares: readonly number[]): readonly [number, number] {
  const order = shares
    .map((_, index) => index)
    .sort((a, b) => shareAt(shares, b) - shareAt(shares, a) || a - b);
  return [order[0] ?? 0, order[1] ?? 1];
}

function shareAt(shares: readonly number[], index: number): number {
  return shares[index] ?? 0;
}
