import assert from 'node:assert/strict';
import path from 'node:path';
import type { PassageEntry } from '../../server/src/cli/output/check-output.ts';
import type { TemporaryFolder } from '../host/temporary-folder.ts';
import { runCli } from './built-cli.ts';
import { checkJson, lineErrors, outputErrors } from './check-output.ts';
import { createNoteFolder, longPassage, taggedNote } from './note-folder.ts';

const people =
  'supervisor: Kate Long (team manager)\nsupervisee: JP (off-site PE)\npresent: RJ, SO and Ms Mary Smith-Jones';

describe('check: what is read and how it is named', function () {
  this.timeout(60_000);
  let folder: TemporaryFolder;
  const check = (...args: string[]): ReturnType<typeof checkJson> => checkJson(args, { cwd: folder.path });

  before(() => {
    folder = createNoteFolder({
      'notes/a.md': taggedNote('We met. #managed'),
      'notes/b.MARKDOWN': taggedNote('We met. #managed'),
      'notes/shopping.md': '# Shopping\n\nMilk.\n',
      'notes/plain.txt': taggedNote('We met. #managed'),
      'notes/.hidden/h.md': taggedNote('We met. #managed'),
      'notes/node_modules/p/n.md': taggedNote('We met. #managed'),
      'notes/sub/a.md': taggedNote('We met. #managed'),
      'notes/sub/c.md': taggedNote('One. #managed\n\nTwo. #humanistic'),
      'people.md': taggedNote('We met. #managed', people),
      'tags.md': taggedNote('## Person #humanistic\n\nOne.\n\nTwo. #managed #democratic\n\nThree. #neutral'),
    });
  });
  after(() => folder.dispose());

  it('reads in folders only what says that it is a record', async () => {
    const { result, code } = await check('notes');
    assert.equal(code, 0);
    assert.deepEqual(
      result.records.map((record) => record.path),
      ['notes/a.md', 'notes/b.MARKDOWN', 'notes/sub/a.md', 'notes/sub/c.md'],
    );
  });

  it('reads all Markdown with --all, and always what is named, once', async () => {
    const { result } = await check(
      '--all',
      'notes',
      'notes/plain.txt',
      './notes/a.md',
      path.join(folder.path, 'notes'),
    );
    assert.deepEqual(
      result.records.map((record) => record.path),
      [
        ...[
          'notes/a.md',
          'notes/b.MARKDOWN',
          'notes/plain.txt',
          'notes/shopping.md',
          'notes/sub/a.md',
          'notes/sub/c.md',
        ],
      ],
    );
    const named = await check('notes/shopping.md');
    assert.equal(named.result.records.length, 1);
  });

  it('gives paths outside the working directory by way of it', async () => {
    const { result } = await checkJson(['..'], { cwd: path.join(folder.path, 'notes', 'sub') });
    assert.deepEqual(
      result.records.map((record) => record.path),
      ['../a.md', '../b.MARKDOWN', 'a.md', 'c.md'],
    );
  });

  it('tells passages apart by their ids, by the path where names are the same', async () => {
    const { result } = await check('notes');
    assert.deepEqual(
      result.records.flatMap(({ passages }) => passages.map(({ id }) => id)),
      ['notes/a#01', 'b#01', 'notes/sub/a#01', 'c#01', 'c#02'],
    );
  });

  it('gives people by their initials, and as written with --with-people', async () => {
    const [short, long] = await Promise.all([check('people.md'), check('--with-people', 'people.md')]);
    const headers = [short, long].map(({ result }) => result.records[0]?.header);
    const rest = { type: 'supervision', date: '2025-03-04' };
    assert.deepEqual(headers[0], { ...rest, supervisor: 'KL', supervisee: 'JP', attendees: 'RJ, SO, MSJ' });
    assert.deepEqual(headers[1], {
      ...rest,
      ...{
        supervisor: 'Kate Long (team manager)',
        supervisee: 'JP (off-site PE)',
        attendees: 'RJ, SO and Ms Mary Smith-Jones',
      },
    });
  });

  it('gives the writer’s tags, certain and without a runner-up', async () => {
    const { result } = await check('tags.md');
    const told = ({
      culture,
      secondary,
      confidence,
      runnerUp,
      origin,
      headings,
    }: PassageEntry): unknown[] => [culture, secondary, confidence, runnerUp, origin, headings.at(-1)];
    assert.deepEqual(result.records[0]?.passages.map(told), [
      ['humanistic', null, 1, null, 'section-tag', 'Person'],
      ['managed', 'democratic', 1, null, 'tag', 'Person'],
      ['none', null, 1, null, 'tag', 'Person'],
    ]);
  });

  it('writes the keys in the order of the specification', async () => {
    const { result } = await check('tags.md');
    const [record] = result.records;
    assert.ok(record);
    assert.deepEqual(Object.keys(result), ['version', 'records', 'runs', 'skipped']);
    assert.equal(
      Object.keys(record).join(' '),
      'path kind kindOrigin subtype header passages profile actions prompts observations strengths findings groupQuestions bring',
    );
    assert.equal(
      Object.keys(record.passages[0] ?? {}).join(' '),
      'id line column endLine endColumn block headings voice culture secondary confidence runnerUp origin aspect cues',
    );
  });

  it('changes with --decide nothing but cultures that were hard to tell', async () => {
    const args = ['--all', 'corpus/records/d9-01.md', 'corpus/records/d1-02.md'];
    const [plain, decided] = await Promise.all([checkJson(args), checkJson(['--decide', ...args])]);
    assert.ok(!JSON.stringify(decided.result).includes('"undecided"'));
    const undecided = plain.result.records
      .flatMap(({ passages }) => passages)
      .filter(({ culture }) => culture === 'undecided');
    const ids = new Set(undecided.map(({ id }) => id));
    const withoutCulture = ({ result }: typeof plain): unknown =>
      result.records.map((record) => ({
        ...record,
        passages: record.passages.map((passage) =>
          ids.has(passage.id) ? { ...passage, culture: '' } : passage,
        ),
      }));
    assert.deepEqual(withoutCulture(decided), withoutCulture(plain));
    assert.deepEqual(outputErrors(decided.result), []);
  });

  it('writes one object a line with ndjson, the same as with json', async () => {
    const { output, code } = await runCli(['check', '--format', 'ndjson', 'notes'], { cwd: folder.path });
    assert.equal(code, 0);
    const lines = output
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    for (const line of lines) assert.deepEqual(lineErrors(line), []);
    const { result } = await check('notes');
    assert.deepEqual(lines, [
      ...result.records.map((record) => ({ version: 1, entry: 'record', ...record })),
      ...result.runs.map((run) => ({ version: 1, entry: 'run', ...run })),
    ]);
  });
});

describe('check: configuration', function () {
  this.timeout(60_000);
  let folder: TemporaryFolder;
  const note = taggedNote(`${longPassage} #managed\n\n${longPassage} #managed`);
  const rulesOf = async (name: string): Promise<string[][]> => {
    const { result } = await checkJson([name], { cwd: folder.path });
    return result.records.map(({ findings }) => findings.map(({ rule, severity }) => `${rule} ${severity}`));
  };

  before(() => {
    folder = createNoteFolder({
      '.supervision-lens.yaml': 'rules:\n  purely-managed: error\n',
      'top.md': note,
      'deep/er/deep.md': note,
      'own/.supervision-lens.yaml': 'rules:\n  individual-cultures-only: off\n',
      'own/own.md': note,
      'wrong/.supervision-lens.yaml': '\uFEFFrules:\n  purely-manged: off\n  missing-culture: loud\n',
      'wrong/a.md': note,
      'wrong/b.md': note,
      'aside/.supervision-lens.yaml': 'rules: [\n',
      'aside/shopping.md': '# Shopping\n\nMilk.\n',
    });
  });
  after(() => folder.dispose());

  it('takes the nearest file upwards, whole', async () => {
    assert.deepEqual(await rulesOf('top.md'), [['purely-managed error']]);
    assert.deepEqual(await rulesOf('deep'), [['purely-managed error']]);
    assert.deepEqual(await rulesOf('own'), [['purely-managed information']]);
  });

  it('tells where one can’t be used, once, reads the records by default and exits with 2', async () => {
    const { result, code, errors } = await checkJson(['wrong', 'top.md', '--fail-on', 'error'], {
      cwd: folder.path,
    });
    assert.equal(code, 2);
    assert.deepEqual(
      errors
        .trimEnd()
        .split('\n')
        .map((line) => line.replace(/ .*/, '')),
      ['wrong/.supervision-lens.yaml:2:3', 'wrong/.supervision-lens.yaml:3:20'],
    );
    assert.match(errors, /Did you mean purely-managed\?/);
    assert.deepEqual(
      result.records.map(({ path: file, findings }) => `${file} ${findings[0]?.severity ?? ''}`),
      [...['top.md error', 'wrong/a.md information', 'wrong/b.md information']],
    );
  });

  it('doesn’t mind one that is in force for no record', async () => {
    const { code, errors } = await checkJson(['aside', 'top.md'], { cwd: folder.path });
    assert.deepEqual([code, errors], [0, '']);
  });
});
