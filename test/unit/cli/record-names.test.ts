import assert from 'node:assert/strict';
import fc from 'fast-check';
import { nameRecords, passageId } from '../../../server/src/report/content/record-names.ts';

describe('nameRecords', () => {
  const names = (...paths: string[]): string[] => [...nameRecords(paths).values()];

  it('names records by their files', () =>
    assert.deepEqual(names('a/d1-01.md', 'b/d1-02.md'), ['d1-01', 'd1-02']));

  it('names them by their paths where files share a name', () =>
    assert.deepEqual(names('a/x.md', 'b/x.md', 'x.md', 'y.md'), ['a/x', 'b/x', 'x', 'y']));

  it('keeps the extension where even that is the same', () =>
    assert.deepEqual(names('x.md', 'x.markdown', 'x.md.md'), ['x.md', 'x.markdown', 'x.md.md']));

  it('never gives a name twice', () => {
    const part = fc.constantFrom('a', 'b', 'a.md', '.md', '..');
    const path = fc.tuple(fc.array(part, { maxLength: 2 }), part, fc.constantFrom('', '.md', '.markdown'));
    fc.assert(
      fc.property(
        fc.uniqueArray(path.map(([folders, name, end]) => [...folders, `${name}${end}`].join('/'))),
        (paths) => {
          const given = names(...paths);
          return new Set(given).size === paths.length;
        },
      ),
    );
  });

  it('numbers passages with two digits at least', () =>
    assert.deepEqual([passageId('x', 0), passageId('x', 98), passageId('x', 99)], ['x#01', 'x#99', 'x#100']));
});
