import { createCultureReader } from '../server/src/culture/culture-reader.ts';
import { parseCultureModel } from '../server/src/culture/culture-model.ts';
import { readTrainingInputs } from './inputs.ts';
import { alone, readTellings } from './sets.ts';
import { readFileSync } from 'node:fs';
const inputs = readTrainingInputs();
const reader = createCultureReader(
  parseCultureModel(JSON.parse(readFileSync('server/data/culture-model.json', 'utf8'))),
  inputs.lexicon,
);
let n = 0;
for (const { label, texts } of readTellings()) {
  const r = [...texts].map(([e, t]) => ({ e, t, r: reader.read(alone(t)) }));
  if (new Set(r.map((x) => x.r.best)).size > 1) {
    n++;
    console.log('==', label);
    for (const x of r)
      console.log(
        '  ',
        x.e.slice(0, 9).padEnd(9),
        x.r.best.padEnd(12),
        x.r.confidence.toFixed(2),
        x.r.runnerUp.culture,
        '|',
        x.t,
      );
  }
}
console.log(n);
