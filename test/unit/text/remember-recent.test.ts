import assert from 'node:assert/strict';
import { rememberRecent } from '../../../server/src/text/remember-recent.ts';

describe('Recent texts', () => {
  it('are made once while they are recent, and again when they are long gone', () => {
    const made: string[] = [];
    const lengthOf = rememberRecent(2, (text) => {
      made.push(text);
      return text.length;
    });
    assert.deepEqual(
      ['a', 'bb', 'a', 'ccc', 'a', 'dddd', 'eeeee', 'ffffff'].map(lengthOf),
      [1, 2, 1, 3, 1, 4, 5, 6],
    );
    assert.deepEqual(made, ['a', 'bb', 'ccc', 'dddd', 'eeeee', 'ffffff']);
    lengthOf('bb');
    assert.equal(made.length, 7);
  });
});
