import assert from 'node:assert/strict';
import { measureAgreement } from '../../../server/src/culture/agreement.ts';
import { accuracyAtCoverage, calibrationError } from '../../../training/confidence-metrics.ts';
import { profileError, profileShares } from '../../../training/profile-metrics.ts';

describe('Agreement', () => {
  const agreement = measureAgreement([
    { wanted: 'managed', given: 'managed' },
    { wanted: 'managed', given: 'managed' },
    { wanted: 'managed', given: 'none' },
    { wanted: 'none', given: 'none' },
  ]);

  it('gives accuracy and kappa', () => {
    assert.equal(agreement.accuracy, 0.75);
    // By chance: 3/4 x 2/4 + 1/4 x 2/4 = 0.5.
    assert.equal(agreement.kappa, 0.5);
  });

  it('gives precision, recall and F1 of each label', () => {
    const managed = agreement.labels.find(({ label }) => label === 'managed');
    assert.deepEqual(managed, { label: 'managed', precision: 1, recall: 2 / 3, f1: 0.8, wanted: 3 });
    assert.ok(Math.abs(agreement.macroF1 - (0.8 + 2 / 3) / 5) < 1e-12);
  });

  it('counts confusions by what was wanted', () => assert.equal(agreement.confusion[1]?.[4], 1));
  it('is 0 for nothing', () => assert.equal(measureAgreement([]).kappa, 0));
});

describe('Confidence', () => {
  const readings = [
    { confidence: 0.95, right: true },
    { confidence: 0.95, right: false },
    { confidence: 0.25, right: false },
    { confidence: 0.25, right: false },
  ];

  it('gives the expected calibration error', () => {
    assert.ok(Math.abs(calibrationError(readings) - (0.45 * 0.5 + 0.25 * 0.5)) < 1e-12);
  });
  it('gives the accuracy of the surest', () => {
    assert.equal(accuracyAtCoverage(readings, 0.5), 0.5);
    assert.equal(accuracyAtCoverage(readings, 1), 0.25);
  });
});

describe('Profile shares', () => {
  it('leave neutral words out and give a secondary culture a third', () => {
    const shares = profileShares([
      { text: 'six words that are about feelings', primary: 'humanistic', secondary: 'managed' },
      { text: 'two words', primary: 'managed', secondary: undefined },
      { text: 'four words of nothing', primary: 'none', secondary: undefined },
    ]);
    assert.deepEqual(
      shares,
      [0, 0.5, 0.5, 0].map((value) => value),
    );
  });
  it('are all 0 where nothing is cultural', () => {
    assert.deepEqual(profileShares([{ text: 'N/A', primary: 'none', secondary: undefined }]), [0, 0, 0, 0]);
  });
  it('differ by the mean of their differences', () =>
    assert.equal(profileError([1, 0, 0, 0], [0.5, 0.5, 0, 0]), 0.25));
});
