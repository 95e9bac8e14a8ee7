import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { checkRelease, type ReleaseState } from '../../scripts/release/check-release.ts';
import { readReleaseState } from '../../scripts/release/read-release-state.ts';
import { createTemporaryFolder, type TemporaryFolder } from '../host/temporary-folder.ts';

const good: ReleaseState = {
  version: '1.2.0',
  lockVersions: ['1.2.0', '1.2.0'],
  changelog: '# Changelog\n\n## 1.2.0 (2026-03-04)\n\n- New.\n\n## 1.1.0 (2026-01-02)\n',
  today: '2026-03-05',
  uncommitted: '',
  tags: ['v1.1.0'],
  commit: 'abc',
  tested: { commit: 'abc', clean: true, passed: 10, failed: 0 },
};

describe('A release', () => {
  it('can be made where all agrees', () => {
    assert.deepEqual(checkRelease(good), []);
    assert.deepEqual(checkRelease({ ...good, changelog: '## [1.2.0] – 2026-03-05\n' }), []);
  });

  const faults: readonly (readonly [what: string, change: Partial<ReleaseState>, said: RegExp])[] = [
    [
      'a version in the lock file that is another',
      { lockVersions: ['1.2.0', '1.1.0'] },
      /package-lock\.json has 1\.2\.0 and 1\.1\.0/,
    ],
    ['a lock file without one', { lockVersions: [undefined, '1.2.0'] }, /no version/],
    ['a version that is none', { version: '1.2' }, /isn't a version/],
    [
      'a changelog that begins with another',
      { changelog: '## Unreleased\n\n## 1.2.0 (2026-03-04)\n' },
      /begins with “Unreleased”/,
    ],
    ['a changelog without a date', { changelog: '## 1.2.0\n' }, /doesn't say when/],
    ['a day that there isn’t', { changelog: '## 1.2.0 (2026-13-41)\n' }, /2026-13-41/],
    ['a day to come', { changelog: '## 1.2.0 (2026-03-06)\n' }, /today is 2026-03-05/],
    ['something that isn’t committed', { uncommitted: ' M README.md\n' }, /README\.md/],
    ['a tag that is there', { tags: ['v1.2.0'] }, /v1\.2\.0 is there already/],
    ['tests that weren’t run', { tested: undefined }, /not run as a whole/],
    [
      'tests of another commit',
      { tested: { commit: 'old', clean: true, passed: 10, failed: 0 } },
      /something else/,
    ],
    [
      'tests of what wasn’t committed',
      { tested: { commit: 'abc', clean: false, passed: 10, failed: 0 } },
      /something else/,
    ],
    [
      'tests that failed',
      { tested: { commit: 'abc', clean: true, passed: 10, failed: 2 } },
      /2 of the tests failed/,
    ],
    [
      'no tests at all',
      { tested: { commit: 'abc', clean: true, passed: 0, failed: 0 } },
      /0 of the tests failed/,
    ],
  ];
  for (const [what, change, said] of faults)
    it(`can't be made with ${what}, and that alone is said`, () => {
      const found = checkRelease({ ...good, ...change });
      assert.equal(found.length, 1, found.join('\n'));
      assert.match(found[0] ?? '', said);
    });

  describe('in a repository', () => {
    let folder: TemporaryFolder;
    before(() => (folder = createTemporaryFolder()));
    after(() => folder.dispose());

    it('is judged by what lies there', () => {
      const at = (name: string): string => path.join(folder.path, name);
      const git = (...args: string[]): string =>
        execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.org', ...args], {
          cwd: folder.path,
          encoding: 'utf8',
        });
      writeFileSync(at('package.json'), '{ "version": "1.2.0" }');
      writeFileSync(
        at('package-lock.json'),
        '{ "version": "1.2.0", "packages": { "": { "version": "1.2.0" } } }',
      );
      writeFileSync(at('CHANGELOG.md'), '## 1.2.0 (2020-01-01)\n');
      writeFileSync(at('.gitignore'), '.cache/\n');
      git('init', '--quiet');
      git('add', '.');
      git('commit', '--quiet', '--message', 'Begin');
      const commit = git('rev-parse', 'HEAD').trim();
      mkdirSync(at('.cache'));
      writeFileSync(at('.cache/tested.json'), JSON.stringify({ commit, clean: true, passed: 1, failed: 0 }));
      assert.deepEqual(checkRelease(readReleaseState(folder.path)), []);
      git('tag', 'v1.2.0');
      writeFileSync(at('new.txt'), '');
      const found = checkRelease(readReleaseState(folder.path));
      assert.equal(found.length, 2);
      assert.match(found.join('\n'), /new\.txt[\s\S]*v1\.2\.0 is there/);
    });
  });
});
