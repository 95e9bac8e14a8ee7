/* Fits one model in a thread of its own: `workerData` are the writers to leave out. */
import { parentPort, workerData } from 'node:worker_threads';
import { readCorpus } from './corpus.ts';
import { readTrainingInputs } from './inputs.ts';
import { readTexts } from './texts.ts';
import { fitWithout } from './train-model.ts';

const writers = workerData as readonly string[];
parentPort?.postMessage(fitWithout(writers, readCorpus(), readTexts(), readTrainingInputs()));
