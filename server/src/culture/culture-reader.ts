import { cultures, passageLabels, type Culture, type PassageLabel } from '../terms/cultures.ts';
import { createContextScorer, type ContextScorer, type GistInContext, type Scores } from './context.ts';
import type { CuePhrase } from './cue-file.ts';
import { compileCueLexicon, type CueLexicon, type CueMatch } from './cue-lexicon.ts';
import type { CultureModel } from './culture-model.ts';
import type { CultureReader, CultureReading, Guess, PassageInContext, TextCue } from './culture.ts';
import { softmax } from './exact-math.ts';
import { createGistTaker, emptyGist, type Gist } from './gist.ts';
import { pickAspect, pickCues } from './reading-cues.ts';
import { rememberRecent } from '../text/remember-recent.ts';
import { figureNames, readTextFeatures, type TextFeatures } from './text-features.ts';

/** What of a text is needed while it or its neighbours are read. */
interface ReadText {
  readonly cues: readonly CueMatch[];
  readonly gist: Gist;
}

/** A passage is its neighbours' neighbour: each text is wanted for up to nine readings in a row. */
const textsRemembered = 32;

/** How far (calibrated log-odds) a user's own phrase moves a reading towards its culture: it is meant to tell. */
const userPhraseLead = 6;

/** What reading is done with. */
interface ReadingParts {
  readonly model: CultureModel;
  readonly score: ContextScorer;
  readonly nothing: Gist;
  /** Remembers the last texts. */
  readonly readText: (text: string) => ReadText;
  /** Remembers nothing. */
  readonly understand: (text: string) => ReadText;
  readonly featuresOf: (text: string) => TextFeatures;
  readonly isShown: (id: number) => boolean;
}

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
  const takeGist = createGistTaker(model.encoder, lexicon.book);
  const figures = new Float64Array(figureNames.length);
  const understand = (text: string): ReadText => {
    const features = readTextFeatures(text, lexicon, figures);
    return { cues: features.cues, gist: takeGist(features) };
  };
  const nothing = emptyGist(model.encoder);
  const scoreGists = createContextScorer(model.context, nothing.length);
  const parts: ReadingParts = {
    model,
    score: scoreGists,
    nothing,
    readText: rememberRecent(textsRemembered, understand),
    understand,
    featuresOf: (text) => readTextFeatures(text, lexicon),
    isShown: lexicon.book.createNotes((form) => model.shownWords.has(form)),
  };
  return { read: (passage) => new PassageInItsContext(passage, parts) };
}

/** A reading. Why a passage is read as it is costs more than the reading itself, and is hardly ever asked for. */
class PassageInItsContext implements CultureReading {
  readonly best: PassageLabel;
  readonly confidence: number;
  readonly runnerUp: Guess;
  readonly probabilities: readonly number[];
  readonly decided: boolean;
  readonly secondary: Culture | undefined;
  readonly aspect: TextCue['aspect'];
  readonly #parts: ReadingParts;
  readonly #text: string;
  readonly #own: ReadText;
  readonly #around: GistInContext;
  /** Of the best label over the runner-up, in calibrated log-odds. */
  readonly #lead: number;
  #cues: readonly TextCue[] | undefined;

  constructor(passage: PassageInContext, parts: ReadingParts) {
    const { temperature, decideFrom, secondaryFrom } = parts.model.calibration;
    const own = parts.readText(passage.text);
    this.#parts = parts;
    this.#text = passage.text;
    this.#own = own;
    this.#around = {
      own: own.gist,
      headings: gistsOf(passage.headings, parts),
      before: gistsOf(passage.before, parts),
      after: gistsOf(passage.after, parts),
      kind: passage.kind,
      block: passage.block,
    };
    const scores = this.#scoreWith(this.#around, own);
    const odds: number[] = [];
    for (const score of scores) odds.push(score / temperature);
    const shares = softmax(odds);
    const [best, second] = twoBest(shares);
    const confidence = shares[best] ?? 0;
    this.best = labelAt(best);
    this.confidence = confidence;
    this.runnerUp = { culture: labelAt(second), confidence: shares[second] ?? 0 };
    this.probabilities = shares;
    this.decided = confidence >= decideFrom;
    this.secondary = secondaryOf(shares, best, secondaryFrom);
    this.aspect = pickAspect(own.cues, this.best);
    this.#lead = this.#leadOf(scores);
  }

  get cues(): readonly TextCue[] {
    return (this.#cues ??= this.#findCues());
  }

  get headingPart(): number {
    const { headings } = this.#around;
    return headings.length === 0 ? 0 : this.#leadLost({ headings: this.#blank(headings) });
  }

  get neighbourPart(): number {
    const { before, after } = this.#around;
    if (before.length + after.length === 0) return 0;
    return this.#leadLost({ before: this.#blank(before), after: this.#blank(after) });
  }

  #findCues(): readonly TextCue[] {
    const { featuresOf, isShown, understand } = this.#parts;
    const text = this.#text;
    const without = (start: number, end: number): number => {
      const rest = understand(text.slice(0, start) + text.slice(end));
      return this.#leadLost({ own: rest.gist }, rest);
    };
    const contest = { best: this.best, second: this.runnerUp.culture };
    return pickCues(featuresOf(text), contest, isShown, without);
  }

  #blank(gists: readonly Gist[]): Gist[] {
    return gists.map(() => this.#parts.nothing);
  }

  /** How much less (log-odds) the best label leads with something changed around the passage or in it. */
  #leadLost(changed: Partial<GistInContext>, text: ReadText = this.#own): number {
    return this.#lead - this.#leadOf(this.#scoreWith({ ...this.#around, ...changed }, text));
  }

  #leadOf(scores: Scores): number {
    const scoreOf = (label: PassageLabel): number => scores[passageLabels.indexOf(label)] ?? 0;
    const { temperature } = this.#parts.model.calibration;
    return (scoreOf(this.best) - scoreOf(this.runnerUp.culture)) / temperature;
  }

  #scoreWith(around: GistInContext, { cues }: ReadText): Scores {
    const { score, model } = this.#parts;
    const scores = score(around);
    if (cues.length > 0) addUserPhrases(scores, cues, model.calibration.temperature);
    return scores;
  }
}

function gistsOf(texts: readonly string[], { readText }: ReadingParts): Gist[] {
  const gists: Gist[] = [];
  for (const text of texts) gists.push(readText(text).gist);
  return gists;
}

function addUserPhrases(scores: Scores, cues: readonly CueMatch[], temperature: number): void {
  for (const culture of cultures) {
    if (cues.some((cue) => cue.aspect === undefined && cue.culture === culture))
      scores[passageLabels.indexOf(culture)]! += userPhraseLead * temperature;
  }
}

/** The culture next to the best one, itself a culture, where it comes close enough; of equals the earlier one. */
export function secondaryOf(shares: readonly number[], best: number, from: number): Culture | undefined {
  if (labelAt(best) === 'none') return undefined;
  let second = -1;
  for (let label = 0; label < shares.length; label++) {
    if (label === best || labelAt(label) === 'none') continue;
    if (second < 0 || shares[label]! > shares[second]!) second = label;
  }
  const label = labelAt(second);
  return label !== 'none' && shares[second]! >= from * (shares[best] ?? 0) ? label : undefined;
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
