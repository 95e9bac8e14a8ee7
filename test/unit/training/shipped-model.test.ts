import assert from 'node:assert/strict';
import { collectModel } from '../../../scripts/collect-data.ts';
import { measureAgreement } from '../../../server/src/culture/agreement.ts';
import { createCultureReader } from '../../../server/src/culture/culture-reader.ts';
import { calibrationError, calibrationOf } from '../../../training/confidence-metrics.ts';
import { judge } from '../../../training/describe-curve.ts';
import { labelOf, scorePairs, scoreTellings } from '../../../training/describe-sets.ts';
import { fitAll, type FittedModels } from '../../../training/fit-all.ts';
import { readFingerprint } from '../../../training/inputs.ts';
import { readLeftOut } from '../../../training/leave-writers-out.ts';
import { readHardPairs, readTable1, readTellings } from '../../../training/sets.ts';
import { testKnowledge } from '../../helpers/knowledge.ts';

/** Reached figures are in MODEL.md. Lower than these means that something got worse: see `npm run evaluate`. */
const leastKappa = 0.48;
const mostCalibrationError = 0.08;
const leastPairTexts = 0.5;
const leastAlike = 0.5;

describe('Shipped culture model', function () {
  // Four networks are fitted, on as many cores as there are.
  this.timeout(900_000);
  let models: FittedModels;
  before(async () => {
    models = await fitAll();
  });

  it('was trained on the data that are here (else: npm run train)', () => {
    assert.equal((collectModel() as { inputs: string }).inputs, readFingerprint());
  });

  it('is what training yields, bit for bit', () => assert.deepEqual(models.file, collectModel()));

  it('does well on writers left out', () => {
    const { kappa } = measureAgreement(models.leftOut.map(judge));
    assert.ok(kappa >= leastKappa, `kappa ${kappa.toFixed(3)}`);
  });

  it('is about as often right as it says', () => {
    const error = calibrationError(calibrationOf(readLeftOut(models)));
    assert.ok(error <= mostCalibrationError, `calibration error ${error.toFixed(3)}`);
  });
});

describe('What the shipped model makes of', () => {
  const { model, cues } = testKnowledge();
  const reader = createCultureReader(model, cues);

  it('the cells of Table 1: each its own column', () => {
    const cells = readTable1();
    assert.equal(cells.length, 34);
    for (const { text, label } of cells) assert.equal(labelOf(reader, text), label, text);
  });

  it('hard pairs: better than words alone would', () => {
    const pairs = readHardPairs();
    assert.ok(pairs.length >= 120);
    const right = scorePairs(reader, pairs).reduce((sum, { textsRight }) => sum + textsRight, 0);
    assert.ok(right / (2 * pairs.length) >= leastPairTexts, `${right} of ${2 * pairs.length}`);
  });

  it('one passage in four Englishes: mostly the same', () => {
    const tellings = readTellings();
    assert.equal(tellings.length, 60);
    const { alike, passages } = scoreTellings(reader, tellings);
    assert.ok(alike / passages >= leastAlike, `${alike} of ${passages}`);
  });
});
