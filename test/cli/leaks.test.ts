import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TemporaryFolder } from '../host/temporary-folder.ts';
import { runCli } from './built-cli.ts';
import { createNoteFolder } from './note-folder.ts';

const written = ['Zofia', 'zofia', 'Kowalczyk', '07700 900 461', '943 476 5919', 'Thornhill', 'Daz'];
const kept = ['Bartholomew', 'Wolstenholme', 'Zosieńka'];
const key = `people:
  - names: [Zofia Kowalczyk, Zosieńka]
    called: Ash
    also: [Z.]
  - names: [Bartholomew Wolstenholme, Daz]
    called: Wren
`;
const note = (day: string, more = ''): string => `---
type: supervision
date: ${day}
supervisor: KL
supervisee: T.
---

# Supervision about Zofia

Zofia Kowalczyk (NHS 943 476 5919) rang from Thornhill Primary School on 07700 900 461 about a quillonberry. daz was there. ${more}

## Actions

- [ ] daz to write down the quillonberry plan
`;

describe('What the command line writes with a private file', function () {
  this.timeout(120_000);
  let folder: TemporaryFolder;
  before(() => {
    folder = createNoteFolder({
      'notes/.supervision-lens.private.yaml': key,
      'notes/zofia-1.md': note('2025-01-04', 'Ash was quiet.'),
      'notes/2.md': note('2025-02-04', 'A bird sang.'),
      'notes/3.md': note('2025-03-04', 'Z. was quiet.'),
      'notes/broken.md': '\0 Zofia',
      'wrong/.supervision-lens.private.yaml': 'Bartholomew: Wolstenholme\npeople: Zosieńka\n',
      'wrong/1.md': note('2025-01-04'),
    });
  });
  after(() => folder.dispose());

  const assertNone = (text: string, secrets: readonly string[]): void => {
    for (const secret of secrets) {
      const at = text.indexOf(secret);
      assert.ok(at < 0, `${secret} in ${text.slice(Math.max(0, at - 60), at + 60)}`);
    }
  };

  for (const format of ['text', 'json', 'ndjson', 'sarif']) {
    it(`is pseudonyms under --redact, and nothing of the key, ${format}`, async () => {
      const redacted = await runCli(['check', '--redact', '--with-people', '--format', format, 'notes'], {
        cwd: folder.path,
      });
      assertNone(redacted.output + redacted.errors, [...written, 'daz', ...kept]);
      if (format.includes('json')) assert.match(redacted.output, /Wren to write down/);
      const plain = await runCli(['check', '--fail-on', 'hint', '--format', format, 'notes'], {
        cwd: folder.path,
      });
      assert.equal(plain.code, 1);
      assertNone(plain.output + plain.errors, kept);
      assertNone(plain.errors.replaceAll('zofia-1.md', ''), written);
      if (format === 'sarif') assertNone(plain.output.replaceAll('zofia-1.md', ''), written);
    });
  }

  it('speaks of one person under two names over a run, at the place', async () => {
    const { output } = await runCli(['check', '--format', 'json', 'notes'], { cwd: folder.path });
    const { records } = JSON.parse(output) as { records: { path: string; findings: { rule: string }[] }[] };
    const paths = records
      .filter(({ findings }) => findings.some(({ rule }) => rule === 'pseudonym-inconsistent'))
      .map(({ path }) => path);
    assert.deepEqual(paths, ['notes/3.md']);
  });

  it('tells a mistake in it by its place, without its words', async () => {
    for (const args of [
      ['check', 'wrong'],
      ['explain', 'wrong/1.md'],
      ['report', 'wrong', '--redact', '--out', 'wrong.html'],
    ]) {
      const { errors, output, code } = await runCli(args, { cwd: folder.path });
      assert.equal(code, 2, args.join(' '));
      assert.match(errors, /wrong\/\.supervision-lens\.private\.yaml:1:1 This file holds one list/);
      assertNone(errors + output, kept);
      assertNone(errors, written);
    }
  });

  it('is the same in reports, and no other file is written', async () => {
    mkdirSync(join(folder.path, 'out'));
    for (const format of ['html', 'csv', 'qdc']) {
      const { errors } = await runCli(['report', '--redact', 'notes', '--out', `out/report.${format}`], {
        cwd: folder.path,
      });
      const text = readFileSync(join(folder.path, 'out', `report.${format}`), 'utf8');
      assertNone(text + errors, [...written, 'daz', ...kept]);
      if (format !== 'qdc') assert.match(text, /Wren/);
    }
    assert.deepEqual(readdirSync(join(folder.path, 'out')).sort(), [
      'report.csv',
      'report.html',
      'report.qdc',
    ]);
  });

  it('is the same where many files are read on all cores', async () => {
    const many = createNoteFolder({
      '.supervision-lens.private.yaml': key,
      ...Object.fromEntries(Array.from({ length: 210 }, (_, n) => [`n${n}.md`, note('2025-01-04')])),
    });
    try {
      const { output, errors } = await runCli(['check', '--redact', '--format', 'ndjson', '.'], {
        cwd: many.path,
      });
      assertNone(output + errors, [...written, 'daz', ...kept]);
      assert.match(output, /Wren to write down/);
    } finally {
      many.dispose();
    }
  });
});
