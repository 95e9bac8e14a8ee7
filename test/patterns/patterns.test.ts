import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { repositoryRoot } from '../host/repository.ts';
import { findAttacks, growsTooFast, writeChecked, type FoundPattern } from './check-pattern.ts';
import { findLiterals } from './find-literals.ts';

/** Where a pattern takes more time than in proportion to a text: the file, the pattern, and what it takes long for. */
async function findSlow(patterns: readonly FoundPattern[]): Promise<string[]> {
  const slow: string[] = [];
  for (const pattern of patterns) {
    const attack = (await findAttacks(pattern)).find((each) => growsTooFast(pattern, each));
    if (attack !== undefined)
      slow.push(`${pattern.file}: /${pattern.source}/${pattern.flags} for ${JSON.stringify(attack)}`);
  }
  return slow;
}

describe('Every regular expression of the product', function () {
  // The first time all are checked; afterwards only those that are new.
  this.timeout(1_500_000);

  it('is told by the check when it takes long', async () => {
    const bad = (source: string): FoundPattern => ({ file: '', source, flags: 'u' });
    assert.equal((await findSlow([bad('\\s+$'), bad('^(?:a+)+$'), bad('(.*?,){8}x')])).length, 3);
    assert.deepEqual(await findSlow([bad('(?<!\\s)\\s+$'), bad('^a+$')]), []);
  });

  it('that stands in the code takes time in proportion to the text', async () => {
    assert.deepEqual(await findSlow(findLiterals()), []);
  });

  it('that is made from data or from a record takes time in proportion to the text', async () => {
    const output = execFileSync(
      process.execPath,
      ['--import', 'tsx', 'test/patterns/collect-built-patterns.ts'],
      { cwd: repositoryRoot, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
    );
    const built = JSON.parse(output) as FoundPattern[];
    const building = readdirSync(path.join(repositoryRoot, 'server', 'src'), {
      recursive: true,
      encoding: 'utf8',
    })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => `server/src/${name.split(path.sep).join('/')}`)
      .filter((file) => readFileSync(path.join(repositoryRoot, file), 'utf8').includes('new RegExp('));
    assert.deepEqual(
      building.filter((file) => !built.some((pattern) => pattern.file === file)),
      [],
      'The collector no longer comes by these.',
    );
    assert.deepEqual(await findSlow(built), []);
    if (process.env['UPDATE_PATTERNS'] === '1') writeChecked([...findLiterals(), ...built]);
  });
});
