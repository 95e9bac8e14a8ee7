/*
 * Tries the model on writers it never saw: `npm run evaluate`. Prints every figure of MODEL.md and writes them
 * into it, with the picture of calibration. Ten models are fitted, which takes some minutes; none is kept.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { describeLeftOut } from './describe-left-out.ts';
import { describeRuleCases, measureRuleCases } from './describe-rule-cases.ts';
import { describeSets } from './describe-sets.ts';
import { drawCalibration } from './calibration-plot.ts';
import { calibrationOf } from './confidence-metrics.ts';
import { fitAll, scoreWithTexts } from './fit-all.ts';
import { describeCurve } from './describe-curve.ts';
import { describeSpeed } from './describe-speed.ts';
import { readLeftOut } from './leave-writers-out.ts';
import { replaceFigures } from './replace-figures.ts';

const models = await fitAll();
const readings = readLeftOut(models);
const curve = [
  { share: 0, scores: await scoreWithTexts(0, models) },
  { share: 0.5, scores: await scoreWithTexts(0.5, models) },
  { share: 1, scores: models.leftOut },
];
const figures = [
  describeLeftOut(readings),
  describeSets(models),
  describeCurve(curve),
  describeRuleCases(measureRuleCases()),
].join('\n\n');
console.log(figures);
// Speed differs from machine to machine, so it has no place in a file.
console.log(describeSpeed(models));

const page = new URL('../MODEL.md', import.meta.url);
writeFileSync(page, replaceFigures(readFileSync(page, 'utf8'), 'npm run evaluate', figures));
const picture = new URL('../docs/images/calibration.svg', import.meta.url);
writeFileSync(picture, drawCalibration(calibrationOf(readings)));
