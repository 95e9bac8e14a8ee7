import { labelAt, labelCount, type CultureModel } from './culture-model.ts';
import type { CueMatch } from './cue-lexicon.ts';
import type { Aspect, PassageLabel, TextCue } from './culture.ts';
import type { TextFeatures } from './text-features.ts';

const mostCues = 8;

/** How much a word of the model must favour one label over the other to be shown: log-odds by itself. */
const leastLead = 0.5;

/**
 * The words to show for a reading: phrases of the lexicon for the best label, then for the runner-up, then
 * content words by which the model tells the two apart. Longer phrases first.
 */
export function pickCues(
  model: CultureModel,
  text: TextFeatures,
  best: number,
  second: number,
): readonly TextCue[] {
  const forLabel = (label: PassageLabel): TextCue[] =>
    text.cues
      .filter(({ culture }) => culture === label)
      .sort((a, b) => b.length - a.length || a.start - b.start)
      .map(toTextCue);
  const fromLexicon = [...forLabel(labelAt(best)), ...forLabel(labelAt(second))].slice(0, mostCues);
  const room = mostCues - fromLexicon.length;
  return [...fromLexicon, ...modelCues(model, text, best, second).slice(0, room)];
}

/** The aspect that most cue words of a label speak to; of equals the one met first. */
export function pickAspect(cues: readonly CueMatch[], label: PassageLabel): Aspect | undefined {
  const words = new Map<Aspect, number>();
  for (const { culture, aspect, length } of cues) {
    if (aspect && culture === label) words.set(aspect, (words.get(aspect) ?? 0) + length);
  }
  let best: Aspect | undefined;
  for (const [aspect, count] of words)
    if (best === undefined || count > (words.get(best) ?? 0)) best = aspect;
  return best;
}

function modelCues(model: CultureModel, text: TextFeatures, best: number, second: number): TextCue[] {
  const { starts, values } = model.text.terms;
  const found: { readonly cue: TextCue; readonly lead: number }[] = [];
  text.words.forEach(({ start, end }, index) => {
    const form = text.forms[index] ?? '';
    const at = starts.get(form);
    if (at === undefined || !model.shownWords.has(form)) return;
    if (text.cues.some((cue) => cue.start < end && start < cue.end)) return;
    const favoured = strongest(values, at);
    const culture = labelAt(favoured);
    if (culture === 'none' || (favoured !== best && favoured !== second)) return;
    const other = favoured === best ? second : best;
    const lead = (values[at + favoured] ?? 0) - (values[at + other] ?? 0);
    if (lead >= leastLead) found.push({ cue: { start, end, culture, aspect: undefined }, lead });
  });
  return found.sort((a, b) => b.lead - a.lead || a.cue.start - b.cue.start).map(({ cue }) => cue);
}

function strongest(values: Float64Array, at: number): number {
  let best = 0;
  for (let label = 1; label < labelCount; label++)
    if ((values[at + label] ?? 0) > (values[at + best] ?? 0)) best = label;
  return best;
}

function toTextCue({ start, end, culture, aspect }: CueMatch): TextCue {
  return { start, end, culture, aspect };
}
