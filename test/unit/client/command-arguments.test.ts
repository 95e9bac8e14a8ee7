import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { URI } from 'vscode-uri';
import { readPlace, readRule, readUri } from '../../../client/src/commands/command-arguments.ts';

describe('arguments of commands', () => {
  it('give an address as a string or as an editor’s menus do', () => {
    assert.equal(readUri('file:///a.md'), 'file:///a.md');
    assert.equal(readUri(URI.parse('file:///a b.md')), 'file:///a%20b.md');
  });

  it('give no address otherwise', () => {
    for (const value of [undefined, null, '', 3, {}, []]) assert.equal(readUri(value), undefined);
  });

  it('give a place with whole numbers from 0', () => {
    assert.deepEqual(readPlace({ line: 0, character: 4, other: 1 }), { line: 0, character: 4 });
    for (const value of [
      undefined,
      null,
      {},
      { line: -1, character: 0 },
      { line: 1.5, character: 0 },
      { line: '1', character: 0 },
      3,
    ]) {
      assert.equal(readPlace(value), undefined);
    }
  });

  it('give a rule, or none where JSON made undefined null', () => {
    assert.equal(readRule('one-owner'), 'one-owner');
    for (const value of [undefined, null, '', 3]) assert.equal(readRule(value), undefined);
  });
});
