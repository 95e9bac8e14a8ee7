import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, afterEach, before, describe, it } from 'mocha';
import { packageExtension } from '../host/package-extension.ts';
import { repositoryRoot } from '../host/repository.ts';
import { findViolations } from './find-violations.ts';
import { Workbench } from './workbench.ts';

const themes = [
  ['light', 'Default Light Modern'],
  ['dark', 'Default Dark Modern'],
  ['high-contrast', 'Default High Contrast'],
  ['high-contrast-light', 'Default High Contrast Light'],
] as const;

for (const [name, theme] of themes) {
  /** A supervisor looks back over three meetings, in one theme after another. */
  describe(`a supervisor with a run of notes, ${name}`, () => {
    let workbench: Workbench;

    before(async () => {
      workbench = await Workbench.open({
        vsix: await packageExtension(),
        folder: path.join(repositoryRoot, 'samples'),
        settings: { 'workbench.colorTheme': theme },
      });
    });

    afterEach(async function () {
      if (this.currentTest?.state === 'failed') await workbench.keepEvidence(this.currentTest.fullTitle());
    });

    after(async () => {
      await (workbench as Workbench | undefined)?.dispose();
    });

    it('sees all records by person and team, and opens one', async () => {
      await workbench.openView('Supervision Lens');
      const rows = workbench.page.locator('.sidebar .monaco-list-row');
      await rows.filter({ hasText: '12 November 2025' }).first().click();
      await workbench.editor.waitForCodeLens(/the work/);
      const texts = await rows.allInnerTexts();
      assert.ok(
        texts.some((text) => text.includes('T.')),
        texts.join(' | '),
      );
    });

    it('sees what the note is about as a chart and a table, without anything that axe objects to', async () => {
      const inside = await workbench.webviewWith('In figures');
      await inside.locator('caption').filter({ hasText: 'What each record' }).waitFor();
      await workbench.page.getByText('Reading your notes…').waitFor({ state: 'hidden' });
      await workbench.screenshot(`balance-${name}`);
      await inside.locator('table').first().scrollIntoViewIfNeeded();
      await workbench.screenshot(`balance-table-${name}`);
      assert.deepEqual(await findViolations(workbench, 'In figures'), []);
    });

    it('goes from the table to a passage with the keyboard', async () => {
      const inside = await workbench.webviewWith('In figures');
      const summary = inside.locator('summary').filter({ hasText: 'the work' });
      await summary.focus();
      await workbench.page.keyboard.press('Enter');
      const passage = inside.locator('details[open] li button').first();
      const words = (await passage.innerText()).slice(0, 18);
      await passage.focus();
      await workbench.page.keyboard.press('Enter');
      await workbench.editor.waitForText(words);
    });

    it('finds hostile Markdown shown as the words that it is', async () => {
      const hostile =
        '\\<img src="x" onerror="document.body.dataset.hostile=1"> \\<script>alert(1)\\</script>';
      const text = `---\ntype: supervision\n---\n\n# Supervision ${hostile}\n\nThe review is due ${hostile} #managed\n`;
      writeFileSync(path.join(workbench.folder, 'hostile.md'), text);
      await workbench.openFile('hostile.md');
      const inside = await workbench.webviewWith('onerror=');
      await inside.locator('h1').filter({ hasText: '<img src="x" onerror' }).waitFor();
      await inside.locator('details[open] li button').filter({ hasText: '<script>' }).waitFor();
      assert.equal(await inside.locator('main img, main script, body[data-hostile]').count(), 0);
      await workbench.openFile('runs/t-2025-11-12.md');
    });

    it('looks at the run as a whole', async () => {
      await workbench.runCommand('Supervision Lens: Look Back over a Run');
      // In the panel alone: the balance view shows the run's name too.
      const inside = await workbench.webviewWith('Not written about for a while');
      await inside.locator('caption').waitFor();
      await workbench.hideSideBar();
      await workbench.screenshot(`run-${name}`);
      assert.deepEqual(await findViolations(workbench, 'Not written about for a while'), []);
    });

    it('reviews it side by side, the tool’s reading hidden until it is asked for', async () => {
      await workbench.openFile('runs/t-2025-11-12.md');
      await workbench.runCommand('Supervision Lens: Review a Run');
      const inside = await workbench.webviewWith('What was marked to be brought comes first');
      await inside.locator('section.column h2').filter({ hasText: '12 November 2025' }).waitFor();
      assert.equal(await inside.locator('p.reading').count(), 0);
      await workbench.screenshot(`review-${name}`);
      await inside.locator('input[type=checkbox]').focus();
      await workbench.page.keyboard.press('Space');
      await inside.locator('p.reading').first().waitFor();
      await workbench.screenshot(`review-reading-${name}`);
      assert.deepEqual(await findViolations(workbench, 'What was marked to be brought comes first'), []);
    });
  });
}
