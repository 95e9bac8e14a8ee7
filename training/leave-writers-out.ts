import { createCultureReader } from '../server/src/culture/culture-reader.ts';
import { parseCultureModel } from '../server/src/culture/culture-model.ts';
import type { CultureReading } from '../server/src/culture/culture.ts';
import { writersOf, type LabelledPassage } from './corpus.ts';
import type { TrainingInputs } from './inputs.ts';
import { trainModel } from './train-model.ts';

/** A labelled passage as read by a model that was trained without its writer. */
export interface LeftOutReading {
  readonly labelled: LabelledPassage;
  readonly reading: CultureReading;
}

/** Reads each writer's passages with a model of the other writers; all of it, calibration too, without them. */
export function readLeftOut(
  corpus: readonly LabelledPassage[],
  inputs: TrainingInputs,
  writers: readonly string[] = writersOf(corpus),
): LeftOutReading[] {
  return writers.flatMap((writer) => {
    const others = corpus.filter((labelled) => labelled.writer !== writer);
    const reader = createCultureReader(parseCultureModel(trainModel(others, inputs).file), inputs.lexicon);
    return corpus
      .filter((labelled) => labelled.writer === writer)
      .map((labelled) => ({ labelled, reading: reader.read(labelled.passage) }));
  });
}
