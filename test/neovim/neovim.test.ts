import assert from 'node:assert/strict';
import { managedNoteWithPlace } from '../helpers/notes.ts';
import { actInNeovim, ensureNeovim } from './neovim.ts';

describe('In Neovim', () => {
  let neovim: string;
  before(async function () {
    this.timeout(10 * 60_000);
    neovim = await ensureNeovim();
  });

  for (const [name, newline] of [
    ['a note', '\n'],
    ['a note from Windows', '\r\n'],
  ] as const) {
    it(`${name} gets its finding, and the prompt that is chosen, in one step`, async () => {
      const text = managedNoteWithPlace.replaceAll('\n', newline);
      const report = await actInNeovim(neovim, { text, line: 7, column: 0, title: 'Insert a prompt' });
      assert.equal(report.problem, undefined);
      assert.deepEqual(report.diagnostics, [
        { line: 7, code: 'purely-managed', source: 'Supervision Lens', severity: 3 },
      ]);
      const inserted =
        /> \*\*To think about:\*\* (.*) <!-- supervision-lens-prompt: [a-z0-9-]+ -->\r?\n\r?\n?/;
      const [block = '', words = ''] = inserted.exec(report.saved) ?? [];
      const offered = (report.offered.at(-1) ?? '').replace(/ …$/, '');
      assert.ok(`Insert a prompt: ${words}`.startsWith(offered), offered);
      assert.equal(report.saved.replace(block, ''), text);
      assert.deepEqual(report.undone, managedNoteWithPlace.trimEnd().split('\n'));
    });
  }

  it('a tag stands where the passage ends, counted in UTF-16', async () => {
    const passage = '- Zoë laughed 😀, und Łukasz 👩🏽‍🦱 stayed';
    const text = `# Supervision RP 10.04.24\n\n${passage}\n- He left.\n`;
    const report = await actInNeovim(neovim, { text, line: 2, column: 3, title: 'Tag as the person' });
    assert.equal(report.problem, undefined, report.offered.join('\n'));
    assert.equal(report.saved, text.replace(passage, `${passage} #humanistic`));
  });
});
