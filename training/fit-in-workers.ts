import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { CultureModelFile } from '../server/src/culture/culture-model.ts';

/** A model to be fitted. */
export interface FitJob {
  /** Writers of the corpus to leave out. */
  readonly without: readonly string[];
  /** The share (0..1) of the training texts to learn from. */
  readonly textShare: number;
}

/** Fits models on as many cores as there are; in the order of the jobs. */
export async function fitInWorkers(jobs: readonly FitJob[]): Promise<CultureModelFile[]> {
  const results: CultureModelFile[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < jobs.length) {
      const at = next++;
      results[at] = await fitInWorker(jobs[at]!);
    }
  };
  await Promise.all(Array.from({ length: Math.min(jobs.length, availableParallelism()) }, work));
  return results;
}

function fitInWorker(job: FitJob): Promise<CultureModelFile> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('fit-worker.mjs', import.meta.url), { workerData: job });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}
