import assert from 'node:assert/strict';
import { collectModel } from '../../../scripts/collect-data.ts';
import { parseCultureModel, type CultureModelFile } from '../../../server/src/culture/culture-model.ts';

describe('Culture model file', () => {
  const file = collectModel() as CultureModelFile;

  it('is read', () => {
    const model = parseCultureModel(file);
    assert.notEqual(model.encoder.rowOf('family'), model.encoder.rowOf('budget'));
    assert.ok(model.calibration.decideFrom > 0.3 && model.calibration.decideFrom < 0.9);
  });

  it('is small enough to ship: under 6 MB', () => assert.ok(JSON.stringify(file).length < 6_000_000));

  it('shows no function words, names or initials as cues', () => {
    const { shownWords } = parseCultureModel(file);
    for (const word of ['with', 'said', 'today', 'monday', 'rp']) assert.ok(!shownWords.has(word), word);
  });

  it('says what is wrong and where', () => {
    assert.throws(() => parseCultureModel({ ...file, version: 1 }), /Culture model: version/u);
    const calibration = { ...file.calibration, decideFrom: 2 };
    assert.throws(
      () => parseCultureModel({ ...file, calibration }),
      /Culture model: calibration\.decideFrom/u,
    );
    assert.throws(() => parseCultureModel(undefined), /Culture model: /u);
  });
});
