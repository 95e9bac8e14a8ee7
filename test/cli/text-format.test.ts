import assert from 'node:assert/strict';
import type { TemporaryFolder } from '../host/temporary-folder.ts';
import { runCli, type CliOptions } from './built-cli.ts';
import { createNoteFolder, longPassage, taggedNote } from './note-folder.ts';

const actions = '- T. to ring the school\n- T. to write up the visit\n- T. to book the review';
const escape = '\u001b';

describe('check: text', function () {
  this.timeout(60_000);
  let folder: TemporaryFolder;
  const check = async (file: string, environment: CliOptions['environment'] = {}): Promise<string> => {
    const { output, errors } = await runCli(['check', file], { cwd: folder.path, environment });
    assert.equal(errors, '');
    return output;
  };

  before(() => {
    const some = `${longPassage} #managed`;
    folder = createNoteFolder({
      'many notes.md': taggedNote(
        `${some}\n\nOops. #manged\n\nOops. #humanstic\n\nT. said: "I got that wrong and I told them so." #managed\n\n## Actions\n\n${actions}`,
      ),
      'balanced.md': taggedNote(
        `${some}\n\n${longPassage} #humanistic\n\n${longPassage} #democratic\n\n${longPassage} #professional\n\n<!-- supervision-lens-disable-file tag-disagrees -->`,
      ),
      'steering.md': taggedNote(`We met. #man${escape}[31mged`),
    });
  });
  after(() => folder.dispose());

  it('opens with the file, its kind and its day, and the reading in words', async () => {
    const lines = (await check('balanced.md')).split('\n');
    assert.equal(lines[0], 'balanced.md · supervision record, 4 March 2025');
    assert.equal(lines[1], '  All four cultures are here.');
    assert.match(lines[2] ?? '', /^ {2}4 passages: 1 about/);
  });

  it('says so where there is nothing to ask about', async () => {
    const output = await check('balanced.md');
    assert.match(output, /Nothing to ask about here\./);
    assert.match(output, /\n1 record read; nothing to look at\.\n$/);
  });

  it('gives one strength, three findings at most and how to see the rest', async () => {
    const output = await check('many notes.md');
    assert.equal(output.match(/^ {2}Done well: .*\(line \d+\)$/gm)?.length, 1);
    assert.equal(output.match(/^ {2}\d+:\d+ /gm)?.length, 3);
    assert.match(output, /\n {2}and \d more: supervision-lens explain "many notes\.md"\n/);
    assert.match(output, /\n1 record read; 1 has something to look at\.\n$/);
    // The most useful first: a tag that would be lost.
    assert.match(
      output,
      / {2}\d+:\d+ +warning: “#manged” isn't a tag\. Did you mean #managed\? \[unknown-tag\]\n/,
    );
  });

  it('stays within eighty characters, with findings set in', async () => {
    for (const line of (await check('many notes.md')).split('\n')) assert.ok(line.length <= 80, line);
  });

  it('says no word of severity for what is only asked', async () => {
    assert.doesNotMatch(await check('many notes.md'), /information|hint/);
  });

  it('has no colour in a pipe, with FORCE_COLOR it has, and with NO_COLOR not', async () => {
    assert.ok(!(await check('many notes.md')).includes(escape));
    assert.ok(!(await check('many notes.md', { NO_COLOR: '1' })).includes(escape));
    assert.ok(!(await check('many notes.md', { FORCE_COLOR: '0' })).includes(escape));
    const coloured = await check('many notes.md', { FORCE_COLOR: '1' });
    assert.ok(coloured.includes(`${escape}[1mmany notes.md${escape}[22m`));
    // Nothing is red but errors, and there are none.
    assert.ok(!coloured.includes(`${escape}[31m`));
    // eslint-disable-next-line no-control-regex
    assert.equal(coloured.replace(/\u001b\[\d+m/g, ''), await check('many notes.md'));
  });

  it('lets no record steer the terminal', async () => {
    assert.ok(!(await check('steering.md')).includes(escape));
  });
});
