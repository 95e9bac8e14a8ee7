import { assert, expect } from 'chai';

/*
 * What the tests use of Node's strict assertions, where there is no Node: `import assert from
 * 'node:assert/strict'` ends up here in a web worker.
 */
const strict = Object.assign((value: unknown, message?: string) => assert.isOk(value, message), {
  ok: (value: unknown, message?: string) => assert.isOk(value, message),
  equal: (actual: unknown, expected: unknown, message?: string) =>
    assert.strictEqual(actual, expected, message),
  notEqual: (actual: unknown, expected: unknown, message?: string) =>
    assert.notStrictEqual(actual, expected, message),
  deepEqual: (actual: unknown, expected: unknown, message?: string) =>
    assert.deepStrictEqual(actual, expected, message),
  match: (value: string, pattern: RegExp, message?: string) => assert.match(value, pattern, message),
  doesNotMatch: (value: string, pattern: RegExp, message?: string) =>
    assert.notMatch(value, pattern, message),
  fail: (message?: string) => assert.fail(message),
  rejects: async (promise: Promise<unknown>) => {
    const outcome = await promise.then(
      () => 'resolved',
      () => 'rejected',
    );
    expect(outcome).to.equal('rejected');
  },
});

// eslint-disable-next-line import-x/no-default-export -- Node's module has one
export default strict;
