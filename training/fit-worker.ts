/* Fits one model in a thread of its own: `workerData` is the job. */
import { parentPort, workerData } from 'node:worker_threads';
import { readCorpus } from './corpus.ts';
import type { FitJob } from './fit-in-workers.ts';
import { readTrainingInputs } from './inputs.ts';
import { readScenes } from './scenes.ts';
import { readTexts } from './texts.ts';
import { fitWithout, someTexts } from './train-model.ts';

const { without, textShare } = workerData as FitJob;
const texts = someTexts([...readTexts(), ...readScenes()], textShare);
parentPort?.postMessage(fitWithout(without, readCorpus(), texts, readTrainingInputs()));
