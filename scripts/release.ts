/*
 * `npm run release -- --check` says whether this can be released. Without `--check` it also makes the `.vsix`, the
 * package for npm and the tag, here and nowhere else: nothing is pushed or published.
 */
import { execFileSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { checkRelease, releaseTag } from './release/check-release.ts';
import { readReleaseState } from './release/read-release-state.ts';
import { repositoryRoot } from './repository-root.ts';
import { runNpm } from './run-npm.mjs';
import { auditShipped } from './shipped/audit.ts';

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
process.exitCode = await release(values.check);

async function release(checkOnly: boolean): Promise<0 | 1> {
  const state = readReleaseState(repositoryRoot);
  const faults = checkRelease(state);
  const { advisories } = await auditShipped();
  if (advisories === undefined)
    console.log(
      'Not checked: whether weaknesses of the bundled packages are known. The registry gives no audit here.',
    );
  else
    faults.push(
      ...advisories.map(
        ({ name, version, severity }) =>
          `${name} ${version} has a known weakness (${severity}): npm run audit-shipped.`,
      ),
    );
  if (faults.length > 0) {
    console.error(
      `${state.version} can't be released yet.\n${faults.map((fault) => `- ${fault}`).join('\n')}`,
    );
    return 1;
  }
  console.log(`${state.version} can be released.`);
  if (checkOnly) return 0;
  // The first builds for production, the second packs what has been built.
  for (const args of [
    ['run', 'package'],
    ['pack', '--ignore-scripts'],
  ])
    if ((await runNpm(args)).code !== 0) return 1;
  const tag = releaseTag(state.version);
  execFileSync('git', ['tag', '--annotate', '--message', changesOf(state.changelog), tag], {
    cwd: repositoryRoot,
  });
  console.log(`Made the .vsix, the .tgz and the tag ${tag}. Nothing has been pushed or published.`);
  return 0;
}

/** The part of the changelog on the newest version. */
function changesOf(changelog: string): string {
  const [, newest = ''] = changelog.split(/^## /m);
  return newest.trim();
}
