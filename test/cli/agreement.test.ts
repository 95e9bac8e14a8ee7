import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { repositoryRoot } from '../host/repository.ts';
import type { TemporaryFolder } from '../host/temporary-folder.ts';
import { runCli } from './built-cli.ts';
import { createNoteFolder, taggedNote } from './note-folder.ts';

const note = taggedNote(
  'Chronology to be done by Friday. #managed\n\nShe cried. #humanistic\n\nTea. #neutral',
);

describe('agreement', function () {
  this.timeout(60_000);
  let folder: TemporaryFolder;
  const run = (...args: string[]): ReturnType<typeof runCli> => runCli(args, { cwd: folder.path });

  before(() => {
    folder = createNoteFolder({
      'monday.md': note,
      'mine.tsv':
        'id\tprimary\tsecondary\r\nmonday#01\tmanaged\t-\r\nmonday#02\tmanaged\thumanistic\r\nfriday#01\tnone\t-\r\n',
      'hers.tsv': 'monday#01\tmanaged\nmonday#02\thumanistic\t-\tsure of it\nmonday#03\tneutral\t-\n',
      'odd.tsv': 'monday#01\tmanaged\t-\nmonday#02\thappy\t-\n',
      'twice.tsv': 'monday#01\tmanaged\t-\nmonday#01\tnone\t-\n',
      'bare.tsv': 'monday#01\n',
      'empty.tsv': '\n',
      'other.tsv': 'friday#01\tnone\t-\n',
    });
  });
  after(() => folder.dispose());

  it('compares labels with the readings of records', async () => {
    const { code, output } = await run('agreement', 'mine.tsv', 'monday.md');
    assert.equal(code, 0);
    assert.match(output, /^2 passages compared\n/);
    assert.match(output, /Same label 50\.0 %, kappa 0\.000/);
    assert.match(output, /1 label stands for passages that the other reading hasn't got; left out\./);
    assert.match(output, /1 passage has no label; left out\./);
    assert.match(
      output,
      /1 difference, your label first:\n {2}monday#02 {2}managed → humanistic {2}monday\.md:\d+\n$/,
    );
  });

  it('compares two people’s labels', async () => {
    const { code, output } = await run('agreement', 'mine.tsv', '--with', 'hers.tsv');
    assert.equal(code, 0);
    assert.match(output, /2 passages compared/);
    assert.doesNotMatch(output, /the tool decides/);
    assert.match(output, /monday#02 {2}managed → humanistic\n$/);
  });

  it('gives the same label everywhere for a file compared with itself', async () => {
    const { output } = await run('agreement', 'hers.tsv', '--with', 'hers.tsv');
    assert.match(output, /Same label 100\.0 %, kappa 1\.000/);
    assert.doesNotMatch(output, /difference/);
  });

  for (const [args, problem] of [
    [['odd.tsv', 'monday.md'], /odd\.tsv:2: “happy” isn't a label/],
    [['twice.tsv', 'monday.md'], /twice\.tsv:2: monday#01 is labelled a second time/],
    [['bare.tsv', 'monday.md'], /bare\.tsv:1: a line needs a passage id and a label/],
    [['empty.tsv', 'monday.md'], /empty\.tsv:1: there are no labels in it/],
    [['nope.tsv', 'monday.md'], /nope\.tsv: there is no such file/],
    [['mine.tsv', 'nope.md'], /nope\.md: there is no such file/],
    [['other.tsv', 'monday.md'], /other\.tsv: none of its passages is in the other reading/],
    [[], /agreement needs LABELS/],
    [['mine.tsv'], /agreement needs a PATH, or --with LABELS/],
    [['mine.tsv', 'monday.md', '--with', 'hers.tsv'], /takes PATH or --with LABELS, not both/],
  ] as const) {
    it(`says what is wrong with: agreement ${args.join(' ')}`, async () => {
      const { code, errors } = await run('agreement', ...args);
      assert.equal(code, 2);
      assert.match(errors, problem);
    });
  }

  it('reads the labels of the corpus', async () => {
    const { code, output } = await runCli(['agreement', 'corpus/labels.tsv', 'corpus/records'], {
      cwd: repositoryRoot,
    });
    assert.equal(code, 0);
    const count = readFileSync(path.join(repositoryRoot, 'corpus', 'labels.tsv'), 'utf8')
      .trimEnd()
      .split('\n').length;
    assert.match(output, new RegExp(`^${count} passages compared\n`));
    assert.match(output, /Where the tool decides by itself: \d+ passages/);
  });
});
