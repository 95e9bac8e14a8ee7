import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, afterEach, before, describe, it } from 'mocha';
import { packageExtension } from '../host/package-extension.ts';
import { repositoryRoot } from '../host/repository.ts';
import { Workbench } from './workbench.ts';

const note = 'supervision/one-to-one-managerial.md';

/** A supervisor writes up a session which was all case management; each step goes on from the one before. */
describe('a supervisor with a managerial note', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await Workbench.open({
      vsix: await packageExtension(),
      folder: path.join(repositoryRoot, 'samples'),
    });
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workbench.keepEvidence(this.currentTest.fullTitle());
  });

  after(async () => {
    // Undefined where the window did not open.
    await (workbench as Workbench | undefined)?.dispose();
  });

  it('reads above the title what the note is mostly about', async () => {
    await workbench.openFile(note);
    await workbench.hideSideBar();
    await workbench.editor.waitForCodeLens(/the work/);
    await workbench.editor.waitForSquiggle('information');
    await workbench.waitForStatusBar(/the work/);
    await workbench.screenshot('reading');
  });

  it('rests the pointer on the mark and learns why', async () => {
    assert.match(await workbench.editor.hoverSquiggle('information'), /about the work/);
    await workbench.screenshot('finding');
    await workbench.editor.leaveHover();
  });

  it('is offered a prompt by the light bulb, and takes it', async () => {
    const { editor } = workbench;
    await editor.clickSquiggle('information');
    const offers = await editor.openLightBulb();
    await workbench.screenshot('light-bulb');
    const [prompt] = offers.filter((title) => title.startsWith('Insert a prompt:'));
    assert.ok(prompt, `a prompt is among ${offers.join(' | ')}`);
    await editor.chooseAction(prompt);
    await editor.waitForText('To think about:');
    await workbench.screenshot('prompt');
    await workbench.save();
    assert.match(readFileSync(path.join(workbench.folder, note), 'utf8'), /^> \*\*To think about:\*\* \S/m);
  });

  it('overrules a reading with a hashtag', async () => {
    const { editor } = workbench;
    await editor.goToLineWith('27 open against a guide');
    await editor.goToParagraphEnd();
    await editor.type(' #hum');
    const tags = await editor.suggestions();
    assert.ok(tags.includes('#humanistic'), tags.join(' '));
    await workbench.screenshot('tag');
    await editor.acceptSuggestion('#humanistic');
    await editor.waitForText('#humanistic');
    await workbench.save();
  });

  it('finds that a page which is no record is left in peace', async () => {
    await workbench.openFile('README.md');
    // The reading is gone from the status bar once the extension has looked at the new file.
    await workbench.waitForNoStatusBar(/Mostly the work/);
    assert.deepEqual(await workbench.editor.squiggles(), []);
    assert.deepEqual(await workbench.notifications(), []);
  });
});
