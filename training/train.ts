/*
 * Trains the model and writes `server/data/culture-model.json`: `npm run train`. Four networks are fitted: one
 * to everything, which is shipped, and three without a third of the corpus's writers each, to calibrate it on
 * writers that a model has never seen.
 */
import { writeFileSync } from 'node:fs';
import { fitAll } from './fit-all.ts';

const started = performance.now();
const { file } = await fitAll();
writeFileSync(new URL('../server/data/culture-model.json', import.meta.url), `${JSON.stringify(file)}\n`);
const seconds = ((performance.now() - started) / 1000).toFixed(0);
console.log(`Wrote server/data/culture-model.json in ${seconds} s: ${JSON.stringify(file.calibration)}`);
