import assert from 'node:assert/strict';
import { walkFolder } from '../../../client/src/walk-folder.ts';

interface Entry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'other';
}

describe('Walking through a folder', () => {
  it('lists what stands in folders within folders, and goes on past those that are shut', async () => {
    const deep = Array.from({ length: 30 }, (_, index) => `f${index}`);
    const listed: string[] = [];
    const found = await walkFolder({
      list: (path) => {
        listed.push(path);
        if (path === 'shut') return Promise.reject(new Error('no'));
        const inside: Entry[] = ['shut', ...deep].map((name) => ({ name, kind: 'folder' }));
        const note: Entry = { name: 'a.md', kind: 'file' };
        return Promise.resolve(path === '' ? [note, ...inside] : [note, { name: 'link', kind: 'other' }]);
      },
    });
    assert.deepEqual(found.sort(), ['a.md', ...deep.map((name) => `${name}/a.md`)].sort());
    assert.equal(listed.length, 32);
  });

  it('leaves out what is hidden, and what is no Markdown', async () => {
    const names = ['.a.md', 'b.markdown', 'c.MD', 'd.txt', 'md'];
    const found = await walkFolder({
      list: () => Promise.resolve(names.map((name): Entry => ({ name, kind: 'file' }))),
    });
    assert.deepEqual(found, ['b.markdown', 'c.MD']);
  });
});
