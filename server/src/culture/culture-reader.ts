import { cultures, passageLabels, type Culture, type PassageLabel } from '../terms/cultures.ts';
import { contextInputs, scoreContext, type GistInContext, type Scores } from './context.ts';
import type { CuePhrase } from './cue-file.ts';
import { compileCueLexicon, type CueLexicon, type CueMatch } from './cue-lexicon.ts';
import type { CultureModel } from './culture-model.ts';
import type { CultureReader, CultureReading, PassageInContext, TextCue } from './culture.ts';
import { softmax } from './exact-math.ts';
import { emptyGist, takeGist, type Gist } from './gist.ts';
import { pickAspect, pickCues } from './reading-cues.ts';
import { rememberRecent } from './recent.ts';
import { readTextFeatures, type TextFeatures } from './text-features.ts';

/** A text with what it says by itself. */
interface ReadText extends TextFeatures {
  readonly gist: Gist;
}

/** A passage is its neighbours' neighbour: each text is wanted for up to nine readings in a row. */
const textsRemembered = 32;

/** How far (calibrated log-odds) a user's own phrase moves a reading towards its culture: it is meant to tell. */
const userPhraseLead = 6;

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
  const understand = (text: string): ReadText => {
    const features = readTextFeatures(text, lexicon);
    return { ...features, gist: takeGist(model.encoder, features) };
  };
  const readText = rememberRecent(textsRemembered, understand);
  return { read: (passage) => readPassage(model, passage, readText, understand) };
}

type Understand = (text: string) => ReadText;

function readPassage(
  model: CultureModel,
  passage: PassageInContext,
  readText: Understand,
  understand: Understand,
): CultureReading {
  const own = readText(passage.text);
  const gistOf = (text: string): Gist => readText(text).gist;
  const around: GistInContext = {
    own: own.gist,
    headings: passage.headings.map(gistOf),
    before: passage.before.map(gistOf),
    after: passage.after.map(gistOf),
    kind: passage.kind,
    block: passage.block,
  };
  const { temperature, decideFrom, secondaryFrom } = model.calibration;
  const scoreWith = (changed: Partial<GistInContext>, text: ReadText): Scores => {
    const scores = scoreContext(model.context, contextInputs({ ...around, ...changed }));
    addUserPhrases(scores, text.cues, temperature);
    return scores;
  };
  const scores = scoreWith({}, own);
  const shares = softmax(Array.from(scores, (score) => score / temperature));
  const [best, second] = twoBest(shares);
  const confidence = shares[best] ?? 0;
  const leadOf = (some: Scores): number => ((some[best] ?? 0) - (some[second] ?? 0)) / temperature;
  const lead = leadOf(scores);

  // Why a passage is read as it is costs more than the reading itself, and is hardly ever asked for.
  const cues = once(() => {
    const without = (start: number, end: number): number => {
      const rest = understand(passage.text.slice(0, start) + passage.text.slice(end));
      return lead - leadOf(scoreWith({ own: rest.gist }, rest));
    };
    return pickCues(own, { best: labelAt(best), second: labelAt(second) }, model.shownWords, without);
  });
  const nothing = emptyGist(model.encoder);
  const blank = (gists: readonly Gist[]): Gist[] => gists.map(() => nothing);
  const headingPart = once(() =>
    passage.headings.length === 0 ? 0 : lead - leadOf(scoreWith({ headings: blank(around.headings) }, own)),
  );
  const neighbourPart = once(() =>
    passage.before.length + passage.after.length === 0
      ? 0
      : lead - leadOf(scoreWith({ before: blank(around.before), after: blank(around.after) }, own)),
  );
  return {
    best: labelAt(best),
    confidence,
    runnerUp: { culture: labelAt(second), confidence: shares[second] ?? 0 },
    probabilities: shares,
    decided: confidence >= decideFrom,
    secondary: secondaryOf(shares, best, secondaryFrom),
    aspect: pickAspect(own.cues, labelAt(best)),
    get cues(): readonly TextCue[] {
      return cues();
    },
    get headingPart(): number {
      return headingPart();
    },
    get neighbourPart(): number {
      return neighbourPart();
    },
  };
}

function addUserPhrases(scores: Scores, cues: readonly CueMatch[], temperature: number): void {
  for (const culture of cultures) {
    if (cues.some((cue) => cue.aspect === undefined && cue.culture === culture))
      scores[passageLabels.indexOf(culture)]! += userPhraseLead * temperature;
  }
}

/** Computes a value when it is first asked for, and keeps it. */
function once<Value>(compute: () => Value): () => Value {
  let kept: { readonly value: Value } | undefined;
  return () => (kept ??= { value: compute() }).value;
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
