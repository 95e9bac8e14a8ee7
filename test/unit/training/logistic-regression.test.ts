import assert from 'node:assert/strict';
import { labelCount } from '../../../server/src/culture/packed-weights.ts';
import { fitLogisticRegression, type Example } from '../../../training/logistic-regression.ts';
import { weighExamples } from '../../../training/training-examples.ts';

describe('Logistic regression', () => {
  const examples: Example[] = [0, 1, 2, 3, 4].flatMap((label) => {
    const wanted = [0, 1, 2, 3, 4].map((candidate) => (candidate === label ? 1 : 0));
    return [
      { features: new Map([[label, 1]]), wanted },
      { features: new Map([[label, 2]]), wanted },
    ];
  });
  const options = { features: 5, penalty: 0.1, iterations: 100 };
  const weights = fitLogisticRegression(examples, options);

  it('gives the feature of a label most weight for that label', () => {
    for (let feature = 0; feature < 5; feature++) {
      const row = [...weights.subarray(feature * labelCount, (feature + 1) * labelCount)];
      assert.equal(row.indexOf(Math.max(...row)), feature);
    }
  });

  it('ends where the slopes are 0', () => {
    // At the minimum the penalty balances the data, so that each feature's weights sum to 0.
    for (let feature = 0; feature < 5; feature++) {
      const row = weights.subarray(feature * labelCount, (feature + 1) * labelCount);
      assert.ok(Math.abs(row.reduce((total, weight) => total + weight, 0)) < 1e-6);
    }
  });

  it('gives the same weights again, bit for bit', () => {
    assert.deepEqual(fitLogisticRegression(examples, options), weights);
  });
});

describe('Example weights', () => {
  it('share a passage between primary and secondary', () => {
    const [example] = weighExamples([{ label: 1, secondary: 2 }], () => new Map(), 0);
    assert.deepEqual(example?.wanted, [0, 0.7, 0.3, 0, 0]);
  });
  it('count rare labels for more', () => {
    const targets = [1, 1, 1, 2].map((label) => ({ label, secondary: undefined }));
    const [common, , , rare] = weighExamples(targets, () => new Map(), 0.5);
    assert.ok(Math.max(...rare!.wanted) > Math.max(...common!.wanted));
  });
});
