import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { TemporaryFolder } from '../host/temporary-folder.ts';
import { runCli } from './built-cli.ts';
import { createNoteFolder, longPassage, taggedNote } from './note-folder.ts';

describe('explain', function () {
  this.timeout(60_000);
  let folder: TemporaryFolder;
  const explain = (...args: string[]): ReturnType<typeof runCli> =>
    runCli(['explain', ...args], { cwd: folder.path });

  before(() => {
    folder = createNoteFolder({
      'note.md': taggedNote(
        `${longPassage} #managed\n\nOne. #manged\n\nTwo. #humanstic\n\nThree. #democrtic\n\nFour. #neutrl`,
      ),
      'shopping.md': '# Shopping\n\nMilk.\n',
      'wrong/.supervision-lens.yaml': 'rulse: {}\n',
      'wrong/note.md': taggedNote('We met. #managed'),
    });
    mkdirSync(path.join(folder.path, 'folder'));
  });
  after(() => folder.dispose());

  it('says why a record is read, what it shows and all that was found', async () => {
    const { code, output, errors } = await explain('note.md');
    assert.deepEqual([code, errors], [0, '']);
    assert.match(output, /^note\.md\n\nThis file is read as a supervision record/);
    assert.match(output, /`type: supervision`/);
    assert.match(output, /The reading: Mostly the work/);
    assert.equal(output.match(/`unknown-tag`/g)?.length, 4);
    assert.doesNotMatch(output, /\*\*|\\/);
    for (const line of output.split('\n')) assert.ok(line.length <= 80, line);
  });

  it('says why a file isn’t read, and how to have it read', async () => {
    const { code, output } = await explain('shopping.md');
    assert.equal(code, 0);
    assert.match(output, /isn't read as a supervision record/);
    assert.match(output, /To have it read/);
  });

  it('exits with 2 for what can’t be read', async () => {
    for (const [file, expected] of [
      ['nope.md', /^supervision-lens: nope\.md: there is no such file or folder\n$/],
      ['folder', /^supervision-lens: folder: this is a folder, not a file\n$/],
    ] as const) {
      const { code, output, errors } = await explain(file);
      assert.deepEqual([code, output], [2, '']);
      assert.match(errors, expected);
    }
    const wrong = await explain('wrong/note.md');
    assert.equal(wrong.code, 2);
    assert.match(wrong.errors, /^wrong\/\.supervision-lens\.yaml:1:1 /);
    assert.match(wrong.output, /This file is read as/);
  });
});
