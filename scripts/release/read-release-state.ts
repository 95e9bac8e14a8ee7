import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReleaseState, TestedState } from './check-release.ts';

/** Reads what a release of a repository is judged by. */
export function readReleaseState(root: string): ReleaseState {
  const read = (...names: string[]): string => readFileSync(join(root, ...names), 'utf8');
  const git = (...args: string[]): string => execFileSync('git', args, { cwd: root, encoding: 'utf8' });
  const { version } = JSON.parse(read('package.json')) as { version: string };
  const lock = JSON.parse(read('package-lock.json')) as {
    version?: string;
    packages?: Record<string, { version?: string } | undefined>;
  };
  const tested = join('.cache', 'tested.json');
  return {
    version,
    lockVersions: [lock.version, lock.packages?.['']?.version],
    changelog: read('CHANGELOG.md'),
    today: new Date().toISOString().slice(0, 10),
    uncommitted: git('status', '--porcelain'),
    tags: git('tag', '--list')
      .split('\n')
      .filter((tag) => tag !== ''),
    commit: git('rev-parse', 'HEAD').trim(),
    tested: existsSync(join(root, tested)) ? (JSON.parse(read(tested)) as TestedState) : undefined,
  };
}
