import { passageLabels, type Aspect, type PassageLabel } from '../terms/cultures.ts';
import type { CueMatch } from './cue-lexicon.ts';
import type { CultureModel } from './culture-model.ts';
import type { TextCue } from './culture.ts';
import { labelCount, weightOf, type Rows } from './packed-weights.ts';
import type { TextFeatures } from './text-features.ts';

const mostCues = 8;

/** Least log-odds by which a word of the model tells best from runner-up for it to be worth showing. */
const leastLead = 0.5;

/**
 * The words to show for a reading, given the indices of its best label and runner-up: phrases of the lexicon
 * for the best, then for the runner-up, longer phrases first; then content words by which the model tells
 * the two apart, strongest first.
 */
export function pickCues(
  model: CultureModel,
  text: TextFeatures,
  best: number,
  second: number,
): readonly TextCue[] {
  const ofLexicon = [...cuesFor(text, passageLabels[best]), ...cuesFor(text, passageLabels[second])];
  if (ofLexicon.length >= mostCues) return ofLexicon.slice(0, mostCues);
  return [...ofLexicon, ...modelCues(model, text, best, second)].slice(0, mostCues);
}

/** The aspect that most cue words of a label speak to; of equals the one met first. */
export function pickAspect(cues: readonly CueMatch[], label: PassageLabel): Aspect | undefined {
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

function cuesFor({ cues }: TextFeatures, label: PassageLabel | undefined): TextCue[] {
  return cues
    .filter(({ culture }) => culture === label)
    .sort((a, b) => b.length - a.length || a.start - b.start)
    .map(({ start, end, culture, aspect }) => ({ start, end, culture, aspect }));
}

function modelCues(model: CultureModel, text: TextFeatures, best: number, second: number): TextCue[] {
  const { words, rows } = model.text.terms;
  const found: { readonly cue: TextCue; readonly lead: number }[] = [];
  text.words.forEach(({ start, end }, index) => {
    const form = text.forms[index] ?? '';
    const row = model.shownWords.has(form) ? words.get(form) : undefined;
    if (row === undefined || text.cues.some((cue) => cue.start < end && start < cue.end)) return;
    const favoured = favouredLabel(rows, row);
    if (favoured !== best && favoured !== second) return;
    const culture = passageLabels[favoured] ?? 'none';
    const lead = weightOf(rows, row, favoured) - weightOf(rows, row, favoured === best ? second : best);
    if (culture !== 'none' && lead >= leastLead)
      found.push({ cue: { start, end, culture, aspect: undefined }, lead });
  });
  return found.sort((a, b) => b.lead - a.lead || a.cue.start - b.cue.start).map(({ cue }) => cue);
}

function favouredLabel(rows: Rows, row: number): number {
  let best = 0;
  for (let label = 1; label < labelCount; label++) {
    if (weightOf(rows, row, label) > weightOf(rows, row, best)) best = label;
  }
  return best;
}
