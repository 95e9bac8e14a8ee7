import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, afterEach, before, describe, it } from 'mocha';
import { packageExtension } from '../host/package-extension.ts';
import { repositoryRoot } from '../host/repository.ts';
import { Workbench } from './workbench.ts';

const note = 'supervision/one-to-one-managerial.md';

const themes = [
  { name: 'light', theme: 'Default Light Modern' },
  { name: 'dark', theme: 'Default Dark Modern' },
  { name: 'contrast', theme: 'Default High Contrast' },
  { name: 'contrast-light', theme: 'Default High Contrast Light' },
] as const;

/** The walkthrough has these pictures, in three themes. */
function inWalkthrough(what: string, theme: string): boolean {
  return ['reading', 'prompt', 'hover', 'cultures', 'new'].includes(what) && theme !== 'contrast-light';
}

/** A supervisor looks through a note, has the last word, drafts in peace and begins another; once in each theme. */
for (const { name, theme } of themes) {
  describe(`a supervisor's day, ${name}`, () => {
    let workbench: Workbench;
    const picture = (what: string): Promise<void> =>
      workbench.screenshot(`day-${what}-${name}`, inWalkthrough(what, name) ? 'documentation' : 'looking');

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
      // Undefined where the window did not open.
      await (workbench as Workbench | undefined)?.dispose();
    });

    it('reads what the note is mostly about', async () => {
      await workbench.openFile(note);
      await workbench.hideSideBar();
      await workbench.editor.waitForCodeLens(/the work/);
      await workbench.editor.waitForSquiggle('information');
      await picture('reading');
    });

    it('looks at the questions that the light bulb offers, and leaves them', async () => {
      const { editor, page } = workbench;
      await editor.clickSquiggle('information');
      const offers = await editor.openLightBulb();
      assert.ok(
        offers.some((offer) => offer.startsWith('Insert a prompt:')),
        offers.join(' | '),
      );
      await picture('prompt');
      await page.keyboard.press('Escape');
    });

    it('has the last word, by a click in the hover', async () => {
      const { editor } = workbench;
      assert.match(await editor.hoverText('27 open against a guide'), /Agree.*No, it's about:.*Why\?/s);
      await picture('hover');
      await editor.clickHoverLink('the person');
      await editor.waitForText('#humanistic');
      await editor.leaveHover();
      await workbench.save();
      assert.match(
        readFileSync(path.join(workbench.folder, note), 'utf8'),
        /27 open against a guide.*#humanistic/,
      );
    });

    it('colours all passages, each with a mark of its culture', async () => {
      const { editor } = workbench;
      await workbench.runCommand('Supervision Lens: Colour Passages…');
      await workbench.waitForPick('Tagged passages only');
      await picture('colours-choice');
      await workbench.pick('All passages');
      await editor.waitForMarks(3);
      await picture('cultures');
    });

    it('asks why a passage reads like that, with a key', async () => {
      const { editor, page } = workbench;
      await editor.goToLineWith('27 open against a guide');
      await page.keyboard.press('Control+Alt+L');
      await page.keyboard.press('w');
      const explanation = await workbench.webviewWith('You say that this is about');
      await explanation.getByText('How sure it is').waitFor();
      await picture('why');
      await workbench.closeEditor();
    });

    it('drafts in peace, and asks again', async () => {
      const { editor } = workbench;
      await workbench.openFile(note);
      await workbench.runCommand('Supervision Lens: Pause While Drafting');
      await workbench.waitForStatusBar('Drafting');
      await editor.waitForNoSquiggle('information');
      await editor.waitForNoCodeLens(/the work/);
      await picture('drafting');
      await workbench.runCommand('Supervision Lens: Show Findings Again');
      await editor.waitForSquiggle('information');
      await editor.waitForCodeLens(/the work/);
      await workbench.waitForStatusBar(/the work/);
    });

    it('begins another note from a template', async () => {
      await workbench.runCommand('Supervision Lens: New Record from a Template…');
      await workbench.waitForPick('Group supervision');
      await picture('new');
      await workbench.page.keyboard.press('Escape');
    });

    it('finds the first steps and the help', async () => {
      await workbench.runCommand('Supervision Lens: Help');
      await (
        await workbench.webviewWith('What am I looking at?')
      )
        .getByText('Why is nothing flagged here?')
        .first()
        .waitFor();
      await picture('help');
      await workbench.closeEditor();
    });
  });
}
