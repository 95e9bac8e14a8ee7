import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { CultureModelFile } from '../server/src/culture/culture-model.ts';
import { readCorpus, type LabelledPassage } from './corpus.ts';
import { readTrainingInputs, type TrainingInputs } from './inputs.ts';
import { readTexts } from './texts.ts';
import { calibrated, scorePassages, writerFolds, type LeftOut } from './train-model.ts';

/** The model to ship, and what models without a passage's writer made of each passage of the corpus. */
export interface FittedModels {
  readonly file: CultureModelFile;
  readonly leftOut: readonly LeftOut[];
  /** Models without some of the writers, each calibrated on the writers that the others left out. */
  readonly folds: readonly { readonly writers: readonly string[]; readonly file: CultureModelFile }[];
  readonly corpus: readonly LabelledPassage[];
  readonly texts: readonly LabelledPassage[];
  readonly inputs: TrainingInputs;
}

/** Fits the model that is shipped and those it is calibrated by, on as many cores as there are. */
export async function fitAll(): Promise<FittedModels> {
  const [corpus, texts, inputs] = [readCorpus(), readTexts(), readTrainingInputs()];
  const folds = writerFolds(corpus);
  const [file, ...others] = await fitInWorkers([[], ...folds]);
  const leftOut = folds.flatMap((fold, index) =>
    scorePassages(
      others[index]!,
      corpus.filter(({ writer }) => fold.includes(writer)),
      inputs,
    ),
  );
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
    texts,
    inputs,
  };
}

/** Fits a model without each of the lists of writers. */
async function fitInWorkers(jobs: readonly (readonly string[])[]): Promise<CultureModelFile[]> {
  const results: CultureModelFile[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < jobs.length) {
      const job = next++;
      results[job] = await fitInWorker(jobs[job]!);
    }
  };
  await Promise.all(Array.from({ length: Math.min(jobs.length, availableParallelism()) }, work));
  return results;
}

function fitInWorker(writers: readonly string[]): Promise<CultureModelFile> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('fit-worker.mjs', import.meta.url), { workerData: writers });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}
