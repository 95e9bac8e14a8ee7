/* Trains the model and writes `server/data/culture-model.json`: `npm run train`. Takes about ten seconds. */
import { writeFileSync } from 'node:fs';
import { readCorpus } from './corpus.ts';
import { readTrainingInputs } from './inputs.ts';
import { trainModel } from './train-model.ts';

const started = performance.now();
const { file } = trainModel(readCorpus(), readTrainingInputs());
writeFileSync(new URL('../server/data/culture-model.json', import.meta.url), `${JSON.stringify(file)}\n`);
const seconds = ((performance.now() - started) / 1000).toFixed(0);
console.log(`Wrote server/data/culture-model.json in ${seconds} s: ${JSON.stringify(file.calibration)}`);
