import assert from 'node:assert/strict';
import fc from 'fast-check';
import { exactExp, exactLog, softmax } from '../../../server/src/culture/exact-math.ts';

describe('Exact mathematics', () => {
  const isClose = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-13 * Math.max(1, Math.abs(b));

  it('gives e to the power of x', () => {
    fc.assert(
      fc.property(fc.double({ min: -600, max: 600, noNaN: true }), (x) =>
        isClose(exactExp(x) / Math.exp(x), 1),
      ),
    );
    assert.equal(exactExp(0), 1);
    assert.equal(exactExp(-1000), 0);
  });

  it('gives the natural logarithm', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 1e9, noNaN: true }), (x) => isClose(exactLog(x), Math.log(x))),
    );
    assert.equal(exactLog(1), 0);
  });

  it('turns scores into shares that sum to 1', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -50, max: 50, noNaN: true }), { minLength: 1 }), (scores) => {
        const shares = softmax(scores);
        const sum = shares.reduce((total, share) => total + share, 0);
        return isClose(sum, 1) && shares.every((share) => share >= 0 && share <= 1);
      }),
    );
  });
});
