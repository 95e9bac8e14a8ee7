import { createContextScorer, type ContextScorer } from '../server/src/culture/context.ts';
import { parseCultureModel, type CultureModelFile } from '../server/src/culture/culture-model.ts';
import { createGistTaker, type Gist } from '../server/src/culture/gist.ts';
import { passageLabels } from '../server/src/terms/cultures.ts';
import { calibrate, type LeftOutScore } from './calibrate.ts';
import { writersOf, type LabelledPassage } from './corpus.ts';
import { fitNetwork } from './fit-network.ts';
import type { TrainingInputs } from './inputs.ts';
import { packModel } from './pack-model.ts';
import { teachTable1 } from './sets.ts';
import { chooseShownWords } from './shown-words.ts';
import type { TrainingSettings } from './training-settings.ts';

/** A passage of the corpus as scored by a model that never saw its writer. */
export interface LeftOut extends LeftOutScore {
  readonly labelled: LabelledPassage;
}

/** A model isn't calibrated before it was tried on writers that it never saw. */
const uncalibrated = { temperature: 1, decideFrom: 0.5, secondaryFrom: 0.5 } as const;

/**
 * The writers of the corpus in three parts, each of which is left out in turn. By three and not one by one:
 * it takes a third of the time, and is the harder test.
 */
export function writerFolds(corpus: readonly LabelledPassage[]): string[][] {
  const folds: string[][] = [[], [], []];
  writersOf(corpus).forEach((writer, index) => folds[index % folds.length]!.push(writer));
  return folds;
}

/** Fits a model to the corpus without some writers, to all training texts and to Table 1; not yet calibrated. */
export function fitWithout(
  writers: readonly string[],
  corpus: readonly LabelledPassage[],
  texts: readonly LabelledPassage[],
  inputs: TrainingInputs,
  settings: TrainingSettings = inputs.settings,
): CultureModelFile {
  const passages = [...corpus.filter(({ writer }) => !writers.includes(writer)), ...texts, ...teachTable1()];
  return packModel(fitNetwork(passages, inputs, settings), {
    inputs: inputs.fingerprint,
    calibration: uncalibrated,
    shownWords: chooseShownWords(passages, inputs),
  });
}

/** Scores the passages of some writers. */
export function scorePassages(
  file: CultureModelFile,
  passages: readonly LabelledPassage[],
  inputs: TrainingInputs,
): LeftOut[] {
  const model = parseCultureModel(file);
  const takeGist = createGistTaker(model.encoder, inputs.lexicon.book);
  const score = createContextScorer(model.context, model.encoder.bias.length);
  const gists = new Map<string, Gist>();
  const gistOf = (text: string): Gist => {
    let gist = gists.get(text);
    if (!gist) gists.set(text, (gist = takeGist(inputs.featuresOf(text))));
    return gist;
  };
  return passages.map((labelled) => ({
    labelled,
    scores: scoreOne(score, labelled, gistOf),
    label: passageLabels.indexOf(labelled.primary),
    secondary: labelled.secondary === undefined ? undefined : passageLabels.indexOf(labelled.secondary),
  }));
}

function scoreOne(
  score: ContextScorer,
  { passage }: LabelledPassage,
  gistOf: (text: string) => Gist,
): number[] {
  const { text, headings, before, after, kind, block } = passage;
  return [
    ...score({
      own: gistOf(text),
      headings: headings.map(gistOf),
      before: before.map(gistOf),
      after: after.map(gistOf),
      kind,
      block,
    }),
  ];
}

/** Gives a model the calibration that scores by models like it call for. */
export function calibrated(file: CultureModelFile, leftOut: readonly LeftOutScore[]): CultureModelFile {
  return { ...file, calibration: calibrate(leftOut) };
}

/** A share (0..1) of the training texts, whole records, spread evenly over their writers. */
export function someTexts(texts: readonly LabelledPassage[], share: number): LabelledPassage[] {
  const records = [...new Set(texts.map(({ record }) => record))];
  const kept = new Set(
    records.filter((_, index) => Math.floor((index + 1) * share) > Math.floor(index * share)),
  );
  return texts.filter(({ record }) => kept.has(record));
}
