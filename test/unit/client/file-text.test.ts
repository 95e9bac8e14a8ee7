import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { decodeText, isDataName } from '../../../client/src/file-text.ts';

describe('text of a file', () => {
  it('is read as UTF-8, line endings kept', () => {
    assert.equal(decodeText(new TextEncoder().encode('Zoë 🙂\r\n')), 'Zoë 🙂\r\n');
  });

  it('loses a byte order mark, and only the first', () => {
    assert.equal(decodeText(new TextEncoder().encode('\uFEFFa\uFEFF')), 'a\uFEFF');
  });

  it('is read even where it isn’t UTF-8', () => {
    assert.equal(decodeText(Uint8Array.of(0x61, 0xff)), 'a\uFFFD');
  });
});

describe('names of data files', () => {
  it('are plain names', () => {
    for (const name of ['culture-model.json', 'knowledge.json', 'a.b-c.json', 'LICENSE'])
      assert.ok(isDataName(name), name);
  });

  it('can’t lead out of their folder', () => {
    for (const name of [
      '',
      '.',
      '..',
      '../package.json',
      'a/b.json',
      'a\\b.json',
      '/etc/passwd',
      'a..json',
      '.env',
      'a%2fb',
      3,
      undefined,
    ]) {
      assert.ok(!isDataName(name), String(name));
    }
  });
});
