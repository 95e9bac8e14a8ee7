import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { after, afterEach, before, describe, it } from 'mocha';
import { packageExtension } from '../host/package-extension.ts';
import { poll } from '../host/poll.ts';
import { repositoryRoot } from '../host/repository.ts';
import { Workbench } from './workbench.ts';

const themes = [
  { name: 'light', theme: 'Default Light Modern' },
  { name: 'dark', theme: 'Default Dark Modern' },
  { name: 'contrast', theme: 'Default High Contrast' },
] as const;

const told = [
  'Minibus on Monday, eleven pick-ups, I was the escort. We were back by ten and the lunches were in by twelve.',
  'Mr Harold Pemberton put his coat on at two o’clock, as he does every day. I redirected him to the jigsaw, as it says on the daily sheet, and again at quarter past. I wrote that on the sheet. M. signed it.',
  'On Tuesday we had the fire drill. On Wednesday his wife came early and saw him at the door. She took him home at three. I did the hoist refresher and filled in the hours.',
];
const answer =
  'That his coat was for something. His wife said he saw children over the road for nineteen years, and I never asked him where he was going.';

/** A student writes a journal entry, gets from telling to understanding, and has clean words to hand in; in each theme. */
for (const { name, theme } of themes) {
  describe(`a student's day, ${name}`, () => {
    let workbench: Workbench;
    const picture = (what: string): Promise<void> =>
      workbench.screenshot(`student-${what}-${name}`, what === 'question' ? 'documentation' : 'looking');

    before(async () => {
      workbench = await Workbench.open({
        vsix: await packageExtension(),
        folder: path.join(repositoryRoot, 'test', 'person', 'journals'),
        settings: { 'workbench.colorTheme': theme },
      });
    });
    afterEach(async function () {
      if (this.currentTest?.state === 'failed') await workbench.keepEvidence(this.currentTest.fullTitle());
    });
    after(async () => {
      await (workbench as Workbench | undefined)?.dispose();
    });

    it('begins an entry from a template, with a question or two about its top', async () => {
      await workbench.hideSideBar();
      await workbench.runCommand('Supervision Lens: New Record from a Template…');
      await workbench.waitForPick('what / so what / now what');
      await picture('templates');
      await workbench.pick('what / so what / now what');
      await workbench.page.locator('.quick-input-widget .quick-input-message').first().waitFor();
      await picture('who');
      for (const [index, said] of ['Y.', 'KL', 'day centre'].entries()) {
        await workbench.waitForQuestion(`(${index + 1} of 3)`);
        await workbench.answer(said);
      }
      await workbench.editor.waitForText('## So what?');
      await picture('new');
    });

    it('writes what happened, pauses, and sees what is asked', async () => {
      const { editor } = workbench;
      await editor.type(told.join('\n\n'));
      await editor.waitForCodeLens(/Mostly/);
      await editor.waitForSquiggle('information');
      await picture('told');
      await editor.goToLineWith('# Journal');
      assert.match(await editor.hoverSquiggle('information'), /One question would take it further/);
      await picture('question');
      await editor.leaveHover();
    });

    it('takes a prompt, and answers it', async () => {
      const { editor } = workbench;
      const offers = await editor.openActions();
      await picture('offers');
      const [prompt] = offers.filter((title) => title.startsWith('Insert a prompt:'));
      assert.ok(prompt, offers.join(' | '));
      await editor.chooseAction(prompt);
      await editor.waitForText('To think about:');
      await picture('prompt');
      await editor.goToLineWith('To think about:');
      await editor.goToParagraphEnd();
      await editor.type(`\n\n${answer}`);
      await editor.goToLineWith('# Journal');
      await poll('the title to be left in peace', async () =>
        (await editor.hoverSquiggle('information')).includes('One question') ? undefined : true,
      );
      await editor.leaveHover();
      await picture('answered');
    });

    it('marks what to bring to supervision', async () => {
      const { editor } = workbench;
      await editor.goToLineWith('coat was for something');
      const offers = await editor.openActions();
      await picture('bring');
      assert.ok(!offers.some((title) => title.startsWith('Tag as')), offers.join(' | '));
      await editor.chooseAction('Bring this');
      await editor.waitForText('#bring');
    });

    it('says no to a question, in a list', async () => {
      const { editor, page } = workbench;
      await editor.goToLineWith('Pemberton');
      await editor.openActions();
      await picture('name');
      await editor.chooseAction('Not this…');
      await workbench.waitForPick('in this file');
      await picture('not-this');
      await page.keyboard.press('Escape');
    });

    it('takes the name out', async () => {
      const { editor } = workbench;
      await editor.goToLineWith('Pemberton');
      const offers = await editor.openActions();
      const [initial] = offers.filter((title) => /initial/i.test(title));
      assert.ok(initial, offers.join(' | '));
      await editor.chooseAction(initial);
      await poll('the name to be gone', async () =>
        (await editor.visibleText()).includes('Pemberton') ? undefined : true,
      );
      await picture('initials');
    });

    it('copies clean words to hand in, and keeps the entry', async () => {
      const { editor } = workbench;
      await editor.goToLineWith('# Journal');
      await workbench.runCommand('Supervision Lens: Copy Clean Text');
      await workbench.waitForStatusBar('Copied');
      await picture('copied');
      const text = await workbench.copied();
      assert.match(text, /coat was for something/);
      assert.doesNotMatch(text, /#bring|<!--|Pemberton|^>/m);
      await workbench.save();
      const kept = readdirSync(workbench.folder).filter((each) => each.endsWith('.md'));
      assert.equal(kept.length, 1, kept.join());
      assert.match(readFileSync(path.join(workbench.folder, kept[0]!), 'utf8'), /#bring/);
    });
  });
}
