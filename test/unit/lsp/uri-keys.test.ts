import assert from 'node:assert/strict';
import { folderKey, pathBelow, uriKey } from '../../../server/src/lsp/uri-keys.ts';

describe('Addresses', () => {
  it('of folders have one spelling, and a root keeps its slash', () => {
    const spellings: readonly (readonly [string, string])[] = [
      ['file:///C:/Notes/', 'file:///c%3A/Notes'],
      ['file:///notes', 'file:///notes'],
      ['file:///', 'file:///'],
      ['vscode-vfs://github/a/b/', 'vscode-vfs://github/a/b'],
      ['vscode-test-web://mount', 'vscode-test-web://mount/'],
      ['vscode-test-web://mount/', 'vscode-test-web://mount/'],
    ];
    for (const [given, key] of spellings) assert.equal(folderKey(given), key);
  });

  it('tell what is in a folder', () => {
    assert.equal(pathBelow(folderKey('memfs://m'), uriKey('memfs://m/a b.md')), 'a%20b.md');
    assert.equal(pathBelow(folderKey('file:///a'), uriKey('file:///a/b/c.md')), 'b/c.md');
    assert.equal(pathBelow(folderKey('file:///a'), uriKey('file:///ab/c.md')), undefined);
    assert.equal(pathBelow(folderKey('memfs://m'), uriKey('memfs://mm/c.md')), undefined);
  });
});
