import type { Aspect, PassageLabel } from '../terms/cultures.ts';
import type { CueMatch } from './cue-lexicon.ts';
import type { TextCue } from './culture.ts';
import type { TextFeatures } from './text-features.ts';

const mostCues = 8;

/** Least log-odds between best and runner-up that words must carry to be worth showing. */
const leastWeight = 0.15;

/** The two labels between which a reading was decided. */
export interface Contest {
  readonly best: PassageLabel;
  readonly second: PassageLabel;
}

/**
 * The words that weighed most in a reading, strongest first: those whose removal takes most from the lead of
 * the best label over the runner-up (they speak for the best), or adds most to it (they speak for the
 * runner-up). Phrases of the lexicon count as one, and so do single words that `isShown`. `weightOf` gives
 * the lead (log-odds) lost when the text between two offsets is taken out.
 */
export function pickCues(
  text: TextFeatures,
  { best, second }: Contest,
  isShown: (id: number) => boolean,
  weightOf: (start: number, end: number) => number,
): readonly TextCue[] {
  const weighed: { readonly cue: TextCue; readonly weight: number }[] = [];
  const consider = (start: number, end: number, phrase: CueMatch | undefined): void => {
    const weight = weightOf(start, end);
    const culture = weight > 0 ? best : second;
    if (culture === 'none' || Math.abs(weight) < leastWeight) return;
    const aspect = phrase?.culture === culture ? phrase.aspect : undefined;
    weighed.push({ cue: { start, end, culture, aspect }, weight: Math.abs(weight) });
  };
  // Looked up before other texts are weighed: see the volumes of the book of words.
  const shown = text.ids.map(isShown);
  for (const phrase of text.cues) consider(phrase.start, phrase.end, phrase);
  text.starts.forEach((start, index) => {
    const end = text.ends[index] ?? start;
    if (shown[index] !== true) return;
    if (!text.cues.some((cue) => cue.start < end && start < cue.end)) consider(start, end, undefined);
  });
  return weighed
    .sort((a, b) => b.weight - a.weight || a.cue.start - b.cue.start)
    .slice(0, mostCues)
    .map(({ cue }) => cue);
}

/** The aspect that most cue words of a label speak to; of equals the one met first. */
export function pickAspect(cues: readonly CueMatch[], label: PassageLabel): Aspect | undefined {
  if (cues.length === 0) return undefined;
  const words = new Map<Aspect, number>();
  for (const { culture, aspect, length } of cues) {
    if (aspect && culture === label) words.set(aspect, (words.get(aspect) ?? 0) + length);
  }
  let best: Aspect | undefined;
  let most = 0;
  for (const [aspect, count] of words) {
    if (count > most) {
      best = aspect;
      most = count;
    }
  }
  return best;
}
