import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import type { RecordEntry, Region } from '../../server/src/cli/output/check-output.ts';
import type { TemporaryFolder } from '../host/temporary-folder.ts';
import { checkJson, outputErrors, type CheckOutput } from './check-output.ts';
import { createNoteFolder, longPassage } from './note-folder.ts';

const emoji =
  '\uFEFF# Supervision 👩🏽‍⚕️ 10.04.24\r\n\r\n- 👍🏽 T. did it 😀 #managed\r\n- [ ] KL to ring 🏥 by 12/4/24\r\n\r\n| 🧑 | b |\r\n|---|---|\r\n| one 😀 | two #humanistic |\r\n';

const files: Readonly<Record<string, string | Uint8Array>> = {
  'empty.md': '',
  'blank.md': '\n \n\t\n',
  'front-matter-only.md': '---\ntype: supervision\ndate: 2025-03-04\n---\n',
  'front-matter-unclosed.md': '---\ntype: supervision\n',
  'invalid-yaml.md': '---\ntype: supervision\npresent: [KL, T.\n---\n\n# Supervision\n\nWe met. #managed\n',
  'emoji.md': emoji,
  'cr.md': '# Supervision 10.04.24\r\rWe met. #managed\r',
  'cells.md':
    '# Supervision 10.04.24\n\n| a | b | c |\n|---|---|---|\n| one |\n| two | three | four | five |\n|\n||||\n',
  'comment.md': '# Supervision 10.04.24\n\nWe met. #managed\n\n<!-- and then\n\nall else\n',
  'brackets.md': `# Supervision 10.04.24\n\n${'['.repeat(20_000)}\n`,
  'quotes.md': `# Supervision 10.04.24\n\n${'> '.repeat(500)}deep\n`,
  'big.md': `# Supervision 10.04.24\n\n${`${longPassage} #managed\n\n`.repeat(1_048_576 / (longPassage.length + 11))}`,
  'one-line.md': `# Supervision 10.04.24 ${'word '.repeat(20_000)}`,
  'control.md': '# Supervision 10.04.24\n\nA bell \u0007 and \u001b[31mred\u001b[0m. #managed\n',
  'tabs.md': '#\tSupervision 10.04.24\n\n-\tT. rang\t#managed\n\t-\tand again\n',
  'names.md': '---\ntype: supervision\n__proto__: x\nconstructor: y\nsupervisor: __proto__\n---\n\nWe met.\n',
  'binary.md': new Uint8Array([0x23, 0x20, 0x00, 0xff, 0xfe, 0x0a]),
  'utf-16.md': Buffer.from('\uFEFF# Supervision', 'utf16le'),
  'latin-1.md': Buffer.from('# Supervision caf\u00e9', 'latin1'),
  'spaces and [brackets] é.md': '# Supervision 10.04.24\n\nWe met. #managed\n',
};

describe('check over nasty files', function () {
  this.timeout(240_000);
  let folder: TemporaryFolder;
  let output: CheckOutput;
  const record = (name: string): RecordEntry => {
    const found = output.records.find((each) => each.path === name);
    assert.ok(found, name);
    return found;
  };

  before(async () => {
    folder = createNoteFolder(files);
    mkdirSync(path.join(folder.path, 'a folder.md'));
    symlinkSync('loop.md', path.join(folder.path, 'loop.md'));
    symlinkSync('nowhere', path.join(folder.path, 'dangling.md'));
    symlinkSync('..', path.join(folder.path, 'a folder.md', 'up'));
    const { result, code, errors } = await checkJson(['--all', '.'], { cwd: folder.path });
    assert.equal(errors, '');
    assert.equal(code, 0);
    output = result;
  });
  after(() => folder.dispose());

  it('is valid against the schema', () => assert.deepEqual(outputErrors(output), []));

  it('reads all that is text, and says why the rest is skipped', () => {
    const skipped = ['binary.md', 'dangling.md', 'latin-1.md', 'loop.md', 'utf-16.md'];
    assert.deepEqual(
      output.skipped.map((each) => each.path),
      skipped,
    );
    for (const { reason } of output.skipped) assert.match(reason, /UTF-8|ELOOP|isn't there/);
    const read = Object.keys(files).filter((name) => !skipped.includes(name));
    assert.deepEqual(
      output.records.map((each) => each.path),
      read.sort(),
    );
  });

  it('finds nothing in what is empty', () => {
    for (const name of ['empty.md', 'blank.md']) {
      const { passages, profile, header } = record(name);
      assert.deepEqual([passages, header], [[], {}]);
      assert.deepEqual(profile, {
        ...{ professional: 0, managed: 0, humanistic: 0, democratic: 0 },
        ...{ evenness: 0, words: 0, undecidedWords: 0, neutralWords: 0 },
      });
    }
    assert.equal(record('front-matter-only.md').kind, 'supervision');
    assert.deepEqual(record('front-matter-only.md').passages, []);
  });

  it('tells of front matter that is no YAML, and reads the rest', () => {
    for (const name of ['invalid-yaml.md', 'front-matter-unclosed.md']) {
      const findings = record(name).findings.filter(({ rule }) => rule === 'front-matter-invalid');
      assert.equal(findings.length, 1, name);
    }
    assert.deepEqual(
      record('invalid-yaml.md').passages.map(({ culture }) => culture),
      ['managed'],
    );
  });

  it('tells of a comment that never ends, at its start', () => {
    const [finding] = record('comment.md').findings;
    assert.deepEqual([finding?.rule, finding?.line, finding?.column], ['comment-unclosed', 5, 1]);
  });

  it('counts in UTF-16, without the byte order mark, in lines that end as they will', () => {
    const lines = emoji.replace('\uFEFF', '').split('\r\n');
    const slice = (region: Region): string => {
      assert.equal(region.line, region.endLine);
      return (lines[region.line - 1] ?? '').slice(region.column - 1, region.endColumn - 1);
    };
    const { passages, actions, findings } = record('emoji.md');
    assert.deepEqual(passages.map(slice), [
      '👍🏽 T. did it 😀 #managed',
      'KL to ring 🏥 by 12/4/24',
      '| one 😀 | two #humanistic |',
    ]);
    assert.deepEqual(
      passages.map(({ culture }) => culture).filter((_, index) => index !== 1),
      ['managed', 'humanistic'],
    );
    assert.deepEqual(
      actions.map(({ owner, due }) => [owner, due]),
      [['KL', '2024-04-12']],
    );
    assert.ok(slice(actions[0]!).includes('KL to ring 🏥'));
    const onHeading = findings.filter(({ rule, line }) => line === 1 && rule === 'missing-culture');
    for (const finding of onHeading) assert.equal(slice(finding), 'Supervision 👩🏽‍⚕️ 10.04.24');
    for (const { cues } of passages)
      for (const { text, line, column } of cues)
        assert.equal((lines[line - 1] ?? '').slice(column - 1, column - 1 + text.length), text);
    assert.deepEqual(
      record('cr.md').passages.map(({ line }) => line),
      [3],
    );
  });

  it('gives a row for each row with a word in it, however many cells it has', () => {
    assert.deepEqual(
      record('cells.md').passages.map(({ line, block }) => [line, block]),
      [
        [5, 'row'],
        [6, 'row'],
      ],
    );
  });

  it('reads a megabyte', () => {
    const { passages, profile } = record('big.md');
    assert.ok(passages.length > 1000);
    assert.equal(profile.managed, 1);
  });
});
