import assert from 'node:assert/strict';
import { softmax } from '../../../server/src/culture/exact-math.ts';
import { calibrate } from '../../../training/calibrate.ts';

describe('Calibration', () => {
  const sure = Array.from({ length: 60 }, (_, index) => ({
    scores: [3, 0, 0, 0, 0],
    label: index % 10 === 0 ? 1 : 0,
    secondary: undefined,
  }));
  const unsure = Array.from({ length: 40 }, (_, index) => ({
    scores: [0.4, 0.3, 0, 0, 0],
    label: index % 5,
    secondary: index % 5 === 0 ? 1 : undefined,
  }));
  const { temperature, decideFrom, secondaryFrom } = calibrate([...sure, ...unsure]);

  it('decides where it is sure enough', () => {
    const confidenceOf = (scores: readonly number[]): number =>
      Math.max(...softmax(scores.map((score) => score / temperature)));
    assert.ok(confidenceOf(sure[0]!.scores) >= decideFrom);
    assert.ok(confidenceOf(unsure[0]!.scores) < decideFrom);
  });
  it('keeps the temperature within reason', () => assert.ok(temperature >= 0.5 && temperature <= 3));
  it('asks a secondary culture to come close to the best', () => {
    assert.ok(secondaryFrom >= 0.2 && secondaryFrom <= 1);
  });
});
