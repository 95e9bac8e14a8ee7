import assert from 'node:assert/strict';
import { unpackText } from '../../../server/src/culture/culture-model.ts';
import { labelCount, pairKey, weightOf } from '../../../server/src/culture/packed-weights.ts';
import { packText } from '../../../training/pack-model.ts';

describe('Packing a model', () => {
  const row = [0.4, -0.1, -0.1, -0.1, -0.1];
  const nothing = [0, 0, 0, 0, 0];
  const { bias, figures, terms } = unpackText(
    packText({
      bias: [1, 1, 1, 1, 2],
      figures: [row, nothing],
      terms: new Map([
        ['plan', row],
        ['care', nothing],
        ['care plan', row],
        ['silent', nothing],
      ]),
    }),
  );
  const word = (form: string): number => terms.words.get(form) ?? -1;

  it('keeps what tells labels apart', () => {
    assert.deepEqual(bias, [-0.2, -0.2, -0.2, -0.2, 0.8]);
    [...row, ...nothing].forEach((weight, index) => {
      assert.ok(
        Math.abs(weightOf(figures, Math.floor(index / labelCount), index % labelCount) - weight) < 0.002,
      );
    });
  });
  it('leaves out words that say nothing, unless a pair needs them', () => {
    assert.deepEqual([...terms.words.keys()], ['care', 'plan']);
  });
  it('finds pairs by the rows of their words', () => {
    assert.equal(terms.pairs.get(pairKey(word('care'), word('plan'))), 2);
    assert.equal(terms.pairs.get(pairKey(word('plan'), word('care'))), undefined);
  });
});
