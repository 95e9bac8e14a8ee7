import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { strFromU8, unzipSync } from 'fflate';
import { repositoryRoot } from '../host/repository.ts';
import type { TemporaryFolder } from '../host/temporary-folder.ts';
import { builtCli, runCli } from './built-cli.ts';
import { createNoteFolder, longPassage, taggedNote } from './note-folder.ts';

describe('report', function () {
  this.timeout(60_000);
  let folder: TemporaryFolder;
  const at = (name: string): string => path.join(folder.path, name);
  const read = (name: string): string => readFileSync(at(name), 'utf8');
  const report = (...args: string[]): ReturnType<typeof runCli> =>
    runCli(['report', ...args], { cwd: folder.path });

  before(() => {
    folder = createNoteFolder({
      'notes/a.md': taggedNote('She chose where we met. #humanistic #bring'),
      'notes/b.md': taggedNote(`${longPassage} #managed`).replace('03-04', '04-04'),
      'notes/limited.md': taggedNote('Kept between us. #managed', 'circulation: KL and T. only'),
      'notes/binary.md': new Uint8Array([0]),
      'notes/a.md.annotations.json': JSON.stringify([
        {
          creator: { name: 'JP' },
          body: 'And who paid?',
          target: { selector: { type: 'TextQuoteSelector', exact: 'where we met' } },
        },
      ]),
      'broken/c.md': taggedNote('We met.'),
      'broken/c.md.annotations.json': '{',
      'other.txt': 'Nothing.',
    });
  });
  after(() => folder.dispose());

  it('writes every format, tells what it left out, and leaves nothing else behind', async () => {
    for (const ending of ['html', 'docx', 'csv', 'qdpx', 'qdc']) {
      const { code, output, errors } = await report('notes', '--out', `out.${ending}`);
      assert.deepEqual([code, errors], [0, '']);
      assert.equal(
        output,
        `out.${ending} written: 2 records. 1 record is left out because of limited circulation. 1 file that couldn't be read isn't in it.\n`,
      );
    }
    const page = read('out.html');
    assert.match(page, /And who paid\?/);
    assert.match(page, /notes\/binary\.md: /);
    assert.doesNotMatch(page, /Kept between us/);
    assert.doesNotMatch(read('out.csv'), /Kept between us/);
    assert.deepEqual(
      readdirSync(folder.path).filter((name) => name.startsWith('.')),
      [],
    );
  });

  it('takes identifiers out of every format, paths and comments included', async () => {
    const files = createNoteFolder({
      'logs/Danny.md': taggedNote('Danny rang from 07700 900123, and Danny was cross. #humanistic').replace(
        '# Supervision',
        '# Danny Hallam',
      ),
      'logs/Danny.md.annotations.json': JSON.stringify([{ body: 'How is Danny?', target: {} }]),
    });
    try {
      for (const ending of ['html', 'csv', 'qdpx', 'docx']) {
        const { code } = await runCli(['report', 'logs', '--redact', '--out', `out.${ending}`], {
          cwd: files.path,
        });
        assert.equal(code, 0);
        const bytes = readFileSync(path.join(files.path, `out.${ending}`));
        const texts = ['qdpx', 'docx'].includes(ending)
          ? Object.values(unzipSync(bytes)).map((content) => strFromU8(content))
          : [bytes.toString('utf8')];
        const whole = texts.join('\n');
        assert.doesNotMatch(whole, /danny|hallam|900123/i);
        assert.match(whole, /\[name\] rang from \[phone\]/);
        if (ending === 'html') assert.match(whole, /Some may have been missed/);
      }
    } finally {
      files.dispose();
    }
  });

  it('gives a panel what was chosen', async () => {
    await report('notes', '--panel', '--out', 'panel.html');
    assert.match(read('panel.html'), /She chose where we met/);
    assert.doesNotMatch(read('panel.html'), /We went through|Share of|Over time/);
  });

  it('leaves what stood there as it was, and no half file, where it can’t write', async () => {
    writeFileSync(at('kept.html'), 'as it was');
    const cli = await builtCli();
    const corpus = path.join(repositoryRoot, 'corpus', 'records');
    // A limit on the size of files is what a full disk is like.
    const script = `ulimit -f 16; "${process.execPath}" "${cli}" report --all "${corpus}" --out kept.html; echo "exit $?"`;
    // Windows has no such limit.
    if (process.platform !== 'win32') {
      const output = execFileSync('bash', ['-c', `(${script}) 2>&1`], { cwd: folder.path, encoding: 'utf8' });
      assert.equal(
        output,
        'supervision-lens: kept.html: nothing was written, for the disk is full (EFBIG)\nexit 2\n',
      );
    }
    assert.equal(read('kept.html'), 'as it was');
    const missing = await report('notes', '--out', 'nowhere/out.html');
    assert.deepEqual(
      [missing.code, missing.errors],
      [2, 'supervision-lens: nowhere/out.html: nothing was written, for there is no such folder\n'],
    );
    // Nobody may make files there, root included.
    const denied = await report(
      'notes',
      '--out',
      process.platform === 'linux' ? '/sys/out.html' : '/out.html',
    );
    assert.equal(denied.code, 2);
    assert.match(denied.errors, /nothing was written, for there's no permission/);
    assert.equal((await report('notes', '--out', 'notes/x.html/y.html')).code, 2);
    assert.deepEqual(
      readdirSync(folder.path).filter((name) => name.startsWith('.')),
      [],
    );
  });

  it('says what is wrong with what was asked', async () => {
    const problem = async (...args: string[]): Promise<string> => {
      const { code, errors } = await report(...args);
      assert.equal(code, 2);
      return errors;
    };
    assert.match(await problem('notes'), /report needs --out FILE/);
    assert.match(await problem('notes', '--out', 'x.pdf'), /ends in \.html, \.docx, \.csv, \.qdpx or \.qdc/);
    assert.match(await problem('notes', '--out', 'x.html', '--with-profile'), /goes with --panel/);
    assert.match(await problem('notes/none.md', '--out', 'x.html'), /notes\/none\.md: there is no such file/);
    assert.match(
      await problem('broken', '--out', 'x.html'),
      /c\.md\.annotations\.json: these comments can't/,
    );
  });

  it('is asked for figures with the query in the documentation', async () => {
    const { output } = await runCli(['check', '--format', 'ndjson', 'notes'], { cwd: folder.path });
    writeFileSync(at('checked.ndjson'), output);
    const page = readFileSync(path.join(repositoryRoot, 'docs', 'reports.md'), 'utf8');
    const query = /```sql\n([\s\S]*?)```/.exec(page)![1]!.replace('checked.ndjson', at('checked.ndjson'));
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    const rows = (await connection.runAndReadAll(query)).getRows();
    connection.closeSync();
    const expected = output
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { entry: string; passages?: unknown[] })
      .flatMap(({ entry, passages = [] }) => (entry === 'record' ? passages : [])).length;
    assert.ok(expected > 0);
    assert.equal(
      rows.reduce((sum, row) => sum + Number(row[2]), 0),
      expected,
    );
  });
});
