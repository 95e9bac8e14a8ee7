import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { repositoryRoot } from './run-npm.mjs';

/**
 * The commit that is checked out and what isn't committed; undefined where git can't tell.
 * @returns {{ commit: string, uncommitted: string } | undefined}
 */
export function readTree() {
  const git = (/** @type {string[]} */ ...args) =>
    execFileSync('git', args, { cwd: repositoryRoot, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  try {
    return { commit: git('rev-parse', 'HEAD').trim(), uncommitted: git('status', '--porcelain') };
  } catch {
    return undefined;
  }
}

/**
 * Writes down how the tests went as a whole, and on what, for `npm run release`.
 * @param {ReturnType<typeof readTree>} before What was checked out when they began.
 * @param {{ passed: number, failed: number }} counts
 */
export function writeTested(before, counts) {
  const after = readTree();
  if (before === undefined || after === undefined) return;
  const clean = before.commit === after.commit && before.uncommitted === '' && after.uncommitted === '';
  const folder = path.join(repositoryRoot, '.cache');
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'tested.json'), JSON.stringify({ commit: after.commit, clean, ...counts }));
}
