import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { createTemporaryFolder, type TemporaryFolder } from '../host/temporary-folder.ts';
import { runCli } from './built-cli.ts';
import { createNoteFolder } from './note-folder.ts';

const secrets = [
  'Zofia',
  'Kowalczyk',
  'zofia',
  '943 476 5919',
  '07700 900 461',
  'Sycamore',
  'Thornhill',
  '18812',
];

const note = `---
type: log
date: 2025-03-04
title: A visit to Zofia
supervisor: KL
---

# Log: Zofia Kowalczyk

## Zofia’s week

I met Zofia Kowalczyk at 14 Sycamore Avenue. NHS number 943 476 5919, LAC 18812, 07700 900 461.

Zofia said she loves Thornhill Primary School, and Zofia was proud.

## For the group

- What would Zofia say to us?

## Actions

- [ ] Zofia to ring Thornhill Primary School by 3 April
`;

describe('check --redact', function () {
  this.timeout(60_000);
  let folder: TemporaryFolder;
  before(() => {
    folder = createNoteFolder({
      'zofia-march.md': note,
      'zofia-april.md': note.replace('03-04', '04-04'),
      'zofia.md': '\0',
    });
  });
  after(() => folder.dispose());

  for (const format of ['text', 'json', 'ndjson', 'sarif']) {
    it(`writes no identifier that it finds, ${format}`, async () => {
      const { output } = await runCli(
        ['check', '--redact', '--all', '--with-people', '--format', format, '.'],
        { cwd: folder.path },
      );
      for (const secret of secrets)
        assert.ok(!output.includes(secret), `${secret} in ${output.slice(0, 400)}`);
      assert.match(output, /name1-(?:march|april)\.md/);
    });
  }

  it('never repeats an identifier in messages or SARIF, redacted or not', async () => {
    const { output } = await runCli(['check', '--format', 'sarif', 'zofia-march.md'], { cwd: folder.path });
    assert.match(output, /identifier-name/);
    for (const secret of secrets.filter((each) => each !== 'zofia'))
      assert.ok(!output.includes(secret), secret);
  });

  it('leaves nothing of a record on standard error, in the home folder or among temporary files', async () => {
    const [home, temporary] = [createTemporaryFolder(), createTemporaryFolder()];
    const environment = {
      HOME: home.path,
      TMPDIR: temporary.path,
      XDG_CACHE_HOME: home.path,
      XDG_CONFIG_HOME: home.path,
    };
    for (const command of [
      ['check', '--all', '.'],
      ['check', '--format', 'json', '--fail-on', 'hint', '.'],
      ['explain', 'zofia-march.md'],
    ]) {
      const { errors } = await runCli(command, { cwd: folder.path, environment });
      for (const secret of secrets.filter((each) => each !== 'zofia'))
        assert.ok(!errors.includes(secret), secret);
    }
    for (const { path: place } of [home, temporary]) {
      for (const name of readdirSync(place, { recursive: true, encoding: 'utf8' })) {
        const file = path.join(place, name);
        if (!statSync(file).isFile()) continue;
        const content = readFileSync(file, 'utf8');
        for (const secret of secrets) assert.ok(!content.includes(secret), `${secret} in ${name}`);
      }
    }
    home.dispose();
    temporary.dispose();
  });
});
