import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { repositoryRoot } from '../host/repository.ts';
import type { TemporaryFolder } from '../host/temporary-folder.ts';
import { runCli } from './built-cli.ts';
import { createNoteFolder, longPassage, taggedNote } from './note-folder.ts';

const managed = taggedNote(`${longPassage} #managed\n\n${longPassage} #managed`);

describe('exit codes and errors', function () {
  this.timeout(60_000);
  let folder: TemporaryFolder;
  const run = (...args: string[]): ReturnType<typeof runCli> => runCli(args, { cwd: folder.path });

  before(() => {
    folder = createNoteFolder({
      'managed.md': managed,
      'misspelt.md': `${managed}\nOnce more. #manged\n`,
      'loud/.supervision-lens.yaml': 'rules: { purely-managed: error }\n',
      'loud/managed.md': managed,
      'binary.md': new Uint8Array([1, 0, 2]),
      'none/shopping.md': '# Shopping\n\nMilk.\n',
    });
    mkdirSync(path.join(folder.path, 'nothing'));
    // As root every file can be read, whatever its mode says; a link to itself can't.
    symlinkSync('loop.md', path.join(folder.path, 'loop.md'));
    symlinkSync('around', path.join(folder.path, 'around'));
  });
  after(() => folder.dispose());

  it('is 0 whatever is found, unless --fail-on says otherwise', async () => {
    assert.equal((await run('check', 'managed.md')).code, 0);
  });

  it('is 1 from the level of --fail-on on', async () => {
    const levels = ['hint', 'information', 'warning', 'error'];
    const codes = async (file: string): Promise<unknown[]> =>
      Promise.all(levels.map(async (level) => (await run('check', '--fail-on', level, file)).code));
    assert.deepEqual(await codes('managed.md'), [1, 1, 0, 0]);
    assert.deepEqual(await codes('misspelt.md'), [1, 1, 1, 0]);
    assert.deepEqual(await codes('loud/managed.md'), [1, 1, 1, 1]);
  });

  it('is 2 for a file that can’t be read, with a line that names it, and the others are done', async () => {
    const { code, output, errors } = await run(
      ...[
        'check',
        '--fail-on',
        'hint',
        'managed.md',
        'nope.md',
        'loop.md',
        'around',
        'binary.md',
        'managed.md/x',
      ],
    );
    assert.equal(code, 2);
    assert.match(output, /^managed\.md · supervision record, 4 March 2025\n/);
    assert.deepEqual(errors.trimEnd().split('\n'), [
      "supervision-lens: around: it can't be read (ELOOP)",
      "supervision-lens: binary.md: it isn't plain text in UTF-8; a Word file has to be saved as text first",
      "supervision-lens: loop.md: it can't be read (ELOOP)",
      'supervision-lens: managed.md/x: there is no such file or folder',
      'supervision-lens: nope.md: there is no such file or folder',
    ]);
  });

  it('isn’t changed by a file in a folder that can’t be read', async () => {
    const { code, output, errors } = await run('check', '--fail-on', 'error', '.');
    assert.equal(code, 1);
    assert.equal(errors, '');
    assert.match(
      output,
      /Not read:\n {2}- binary\.md: .*\n(?: {4}.*\n)* {2}- loop\.md: it can't be read \(ELOOP\)\n/,
    );
  });

  it('is 0 for a folder without records, which is told kindly', async () => {
    const [none, nothing] = await Promise.all([run('check', 'none'), run('check', 'nothing')]);
    assert.deepEqual([none.code, none.errors, nothing.code, nothing.errors], [0, '', 0, '']);
    assert.match(none.output, /no supervision record here yet: 1 Markdown file/);
    assert.match(nothing.output, /no Markdown file/);
    const json = await run('check', '--format', 'json', 'nothing');
    assert.deepEqual(JSON.parse(json.output), { version: 1, records: [], runs: [], skipped: [] });
  });

  it('is 2 with one line for arguments that make no sense', async () => {
    for (const [args, expected] of [
      [[], /name a command/],
      [['chek', 'x'], /no command “chek”; did you mean check\?/],
      [['check'], /needs a PATH/],
      [['check', '--fromat', 'json', 'x'], /no option --fromat; did you mean --format\?/],
    ] as const) {
      const { code, output, errors } = await run(...args);
      assert.deepEqual([code, output], [2, '']);
      assert.match(errors, expected);
      assert.match(errors, /^supervision-lens: [^\n]*--help[^\n]*\n$/);
    }
  });

  it('gives help and the version', async () => {
    const { version } = (await import(path.join(repositoryRoot, 'package.json'), {
      with: { type: 'json' },
    })) as { version: string };
    const [help, checkHelp, told] = await Promise.all([
      run('--help'),
      run('check', '--help'),
      run('--version'),
    ]);
    assert.match(help.output, /Usage: supervision-lens COMMAND/);
    assert.match(checkHelp.output, /--fail-on LEVEL/);
    assert.equal(told.output, `${version}\n`);
    assert.deepEqual([help.code, checkHelp.code, told.code], [0, 0, 0]);
    for (const line of `${help.output}${checkHelp.output}`.split('\n')) assert.ok(line.length <= 110, line);
  });
});
