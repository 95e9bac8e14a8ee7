import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { selectDocuments } from '../../../client/src/document-selector.ts';

describe('document selector', () => {
  it('takes Markdown from disk, unsaved, and from repositories that are opened without a copy', () => {
    const schemes = selectDocuments([]).filter(({ language }) => language === 'markdown');
    for (const scheme of ['file', 'untitled', 'vscode-vfs']) {
      assert.ok(
        schemes.some((filter) => filter.scheme === scheme && filter.pattern === undefined),
        scheme,
      );
    }
  });

  it('takes no YAML but the configuration and the private file', () => {
    const patterns = selectDocuments([])
      .filter(({ language }) => language === 'yaml')
      .map(({ pattern }) => pattern);
    assert.deepEqual(
      [...new Set(patterns)],
      ['**/.supervision-lens.yaml', '**/.supervision-lens.private.yaml'],
    );
  });

  it('takes no JSON but what stands beside records', () => {
    const patterns = selectDocuments([])
      .filter(({ language }) => language === 'json')
      .map(({ pattern }) => pattern);
    assert.deepEqual([...new Set(patterns)], ['**/*.annotations.json']);
  });

  it('takes the schemes of the workspace’s folders too, each once', () => {
    const filters = selectDocuments(['file', 'memfs', 'memfs']);
    assert.equal(filters.filter(({ scheme }) => scheme === 'memfs').length, 4);
    assert.equal(filters.filter(({ scheme }) => scheme === 'file').length, 4);
  });

  it('leaves comparisons, notebook cells, chats and explanations alone', () => {
    const schemes = new Set(selectDocuments(['file']).map(({ scheme }) => scheme));
    for (const scheme of [
      'git',
      'vscode-notebook-cell',
      'vscode-chat-code-block',
      'output',
      'supervision-lens',
    ]) {
      assert.ok(!schemes.has(scheme), scheme);
    }
  });
});
