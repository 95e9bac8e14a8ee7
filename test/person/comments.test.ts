import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { after, afterEach, before, describe, it } from 'mocha';
import { packageExtension } from '../host/package-extension.ts';
import { poll } from '../host/poll.ts';
import { repositoryRoot } from '../host/repository.ts';
import { Comments } from './comments.ts';
import { Workbench } from './workbench.ts';

const note = 'runs/t-2025-10-15.md';
const words = "I'd keep this. *Her* words <b>stand</b>.";

for (const [name, theme] of [
  ['light', 'Default Light Modern'],
  ['dark', 'Default Dark Modern'],
] as const) {
  /** Somebody comments on a passage, and the comment stays on it; each step goes on from the one before. */
  describe(`comments on a passage, ${name}`, () => {
    let workbench: Workbench;
    let comments: Comments;
    const kept = (): string => readFileSync(path.join(workbench.folder, `${note}.annotations.json`), 'utf8');
    const picture = (what: string): Promise<void> =>
      workbench.screenshot(`comment-${what}-${name}`, 'looking');

    before(async () => {
      workbench = await Workbench.open({
        vsix: await packageExtension(),
        folder: path.join(repositoryRoot, 'samples'),
        settings: { 'workbench.colorTheme': theme },
      });
      comments = new Comments(workbench);
    });
    afterEach(async function () {
      if (this.currentTest?.state === 'failed') await workbench.keepEvidence(this.currentTest.fullTitle());
    });
    after(async () => {
      await (workbench as Workbench | undefined)?.dispose();
    });

    it('are begun where the cursor is, said to be of a kind, and shown there', async () => {
      await workbench.openFile(note);
      await workbench.hideSideBar();
      await workbench.editor.waitForCodeLens(/All four/);
      await workbench.editor.goToLineWith('She hadn');
      await comments.begin();
      await comments.write(words);
      await picture('box');
      await comments.send('Keep doing', 'Rights, justice');
      await workbench.answer('JP');
      await comments.waitFor(words);
      assert.match(await comments.texts(), /JP.*Keep doing · Rights, justice and economic wellbeing/s);
      await picture('made');
      assert.match(kept(), /"exact": "On the second visit N\./);
    });

    it('are said to hold quotations, once, and can be kept out of Git', async () => {
      await workbench.runCommand('Notifications: Show Notifications');
      const told = workbench.page.locator('.notifications-center .notification-list-item');
      await told.filter({ hasText: 'quotes the record' }).waitFor();
      await picture('told');
      await told.getByRole('button', { name: 'Add to .gitignore' }).click();
      const ignored = path.join(workbench.folder, '.gitignore');
      await poll('the line in .gitignore', () =>
        Promise.resolve(
          existsSync(ignored) && readFileSync(ignored, 'utf8').includes('*.annotations') ? true : undefined,
        ),
      );
    });

    it('are answered, changed, taken away, and put back', async () => {
      await comments.beginReply();
      await comments.write('It was hard to leave it at that.');
      await comments.send('Just a comment', 'None');
      await comments.waitFor('It was hard');
      await comments.change(words, ' More of it.');
      await comments.waitFor(`${words} More of it.`);
      assert.match(kept(), /stand<\/b>\. More of it\./);
      await picture('thread');
      await comments.remove('It was hard');
      assert.doesNotMatch(kept(), /It was hard/);
      await workbench.runCommand('Notifications: Show Notifications');
      await workbench.page.getByRole('button', { name: 'Put It Back' }).click();
      await comments.waitFor('It was hard');
      assert.match(kept(), /It was hard/);
    });

    it('move with their passage, and stay open over it', async () => {
      const { editor } = workbench;
      await editor.goToLineWith('Ninety minutes');
      await editor.goToParagraphEnd();
      await editor.type('\n\nWe began late, and with a cup of tea.');
      await editor.waitForText('cup of tea');
      await comments.waitFor(words);
      await workbench.save();
      await editor.goToLineWith('We sat for a bit');
      await editor.goToParagraphEnd();
      await editor.type(' Then we went on.');
      await workbench.save();
      await comments.waitFor(words);
      await picture('moved');
    });

    it('say so where their passage is gone, and keep its words', async () => {
      const { editor, page } = workbench;
      await editor.goToLineWith('On the second visit');
      await page.keyboard.press('Home');
      await page.keyboard.press('Control+L');
      await page.keyboard.press('Delete');
      await poll('a thread that says that its passage is gone', async () =>
        (await comments.texts()).includes('Its passage isn’t in the record any more: “On the second visit')
          ? true
          : undefined,
      );
      await picture('gone');
      assert.match(await comments.texts(), /I'd keep this/);
      await page.keyboard.press('Control+Z');
      await poll('the passage to be found again', async () =>
        (await comments.texts()).includes('isn’t in the record') ? undefined : true,
      );
    });
  });
}
