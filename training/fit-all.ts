import type { CultureModelFile } from '../server/src/culture/culture-model.ts';
import { readCorpus, type LabelledPassage } from './corpus.ts';
import { fitInWorkers } from './fit-in-workers.ts';
import { readTrainingInputs, type TrainingInputs } from './inputs.ts';
import { calibrated, scorePassages, writerFolds, type LeftOut } from './train-model.ts';

/** A model without some writers, calibrated on the writers that the others left out. */
export interface Fold {
  readonly writers: readonly string[];
  readonly file: CultureModelFile;
}

/** The model to ship, and what models without a passage's writer made of each passage of the corpus. */
export interface FittedModels {
  readonly file: CultureModelFile;
  readonly leftOut: readonly LeftOut[];
  readonly folds: readonly Fold[];
  readonly corpus: readonly LabelledPassage[];
  readonly inputs: TrainingInputs;
}

/** Fits the model that is shipped and those it is calibrated by. */
export async function fitAll(): Promise<FittedModels> {
  const corpus = readCorpus();
  const inputs = readTrainingInputs();
  const folds = writerFolds(corpus);
  const [file, ...others] = await fitInWorkers([[], ...folds].map((without) => ({ without, textShare: 1 })));
  const leftOut = scoreFolds(folds, others, corpus, inputs);
  return {
    file: calibrated(file!, leftOut),
    leftOut,
    folds: folds.map((writers, index) => ({
      writers,
      file: calibrated(
        others[index]!,
        leftOut.filter(({ labelled }) => !writers.includes(labelled.writer)),
      ),
    })),
    corpus,
    inputs,
  };
}

/** Fits models to a share (0..1) of the training texts, and scores each writer by one that never saw them. */
export async function scoreWithTexts(
  textShare: number,
  { corpus, inputs }: Pick<FittedModels, 'corpus' | 'inputs'>,
): Promise<LeftOut[]> {
  const folds = writerFolds(corpus);
  const files = await fitInWorkers(folds.map((without) => ({ without, textShare })));
  return scoreFolds(folds, files, corpus, inputs);
}

function scoreFolds(
  folds: readonly (readonly string[])[],
  files: readonly CultureModelFile[],
  corpus: readonly LabelledPassage[],
  inputs: TrainingInputs,
): LeftOut[] {
  return folds.flatMap((writers, index) =>
    scorePassages(
      files[index]!,
      corpus.filter(({ writer }) => writers.includes(writer)),
      inputs,
    ),
  );
}
