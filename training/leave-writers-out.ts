import { createCultureReader } from '../server/src/culture/culture-reader.ts';
import { parseCultureModel } from '../server/src/culture/culture-model.ts';
import type { CultureReading } from '../server/src/culture/culture.ts';
import type { LabelledPassage } from './corpus.ts';
import type { FittedModels } from './fit-all.ts';

/** A passage of the corpus, and what a model made of it that never saw its writer. */
export interface LeftOutReading {
  readonly labelled: LabelledPassage;
  readonly reading: CultureReading;
}

/** Reads the corpus, each passage by the model that its writer was left out of, training and calibration both. */
export function readLeftOut({ folds, corpus, inputs }: FittedModels): LeftOutReading[] {
  const readers = folds.map(({ writers, file }) => ({
    writers,
    reader: createCultureReader(parseCultureModel(file), inputs.lexicon),
  }));
  return corpus.map((labelled) => {
    const { reader } = readers.find(({ writers }) => writers.includes(labelled.writer))!;
    return { labelled, reading: reader.read(labelled.passage) };
  });
}
