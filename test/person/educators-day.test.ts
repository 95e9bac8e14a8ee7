import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { after, afterEach, before, describe, it } from 'mocha';
import { packageExtension } from '../host/package-extension.ts';
import { poll } from '../host/poll.ts';
import { repositoryRoot } from '../host/repository.ts';
import { Comments } from './comments.ts';
import { ReviewPage } from './review-page.ts';
import { findViolations } from './find-violations.ts';
import { Workbench } from './workbench.ts';

const newest = 'logs/2025-11-14.md';

const themes = [
  { name: 'light', theme: 'Default Light Modern' },
  { name: 'dark', theme: 'Default Dark Modern' },
  { name: 'contrast', theme: 'Default High Contrast' },
] as const;

/** A practice educator reviews a student's five logs, comments, and hands on what a panel is to see; in each theme. */
for (const { name, theme } of themes) {
  describe(`a practice educator's day, ${name}`, () => {
    let workbench: Workbench;
    let comments: Comments;
    let review: ReviewPage;
    const picture = (what: string): Promise<void> =>
      workbench.screenshot(`educator-${what}-${name}`, what === 'review' ? 'documentation' : 'looking');

    before(async () => {
      workbench = await Workbench.open({
        vsix: await packageExtension(),
        folder: path.join(repositoryRoot, 'test', 'person', 'placement'),
        settings: { 'workbench.colorTheme': theme, 'supervisionLens.comments.author': 'KL' },
      });
      comments = new Comments(workbench);
      review = new ReviewPage(workbench);
    });
    afterEach(async function () {
      if (this.currentTest?.state === 'failed') await workbench.keepEvidence(this.currentTest.fullTitle());
    });
    after(async () => {
      await (workbench as Workbench | undefined)?.dispose();
    });

    it('sees the five logs side by side, without what the tool makes of them', async () => {
      await workbench.openFile(newest);
      await workbench.hideSideBar();
      await workbench.runCommand('Supervision Lens: Review a Run');
      await review.waitForRecords(5);
      await picture('review');
      assert.equal(await review.readings(), 0);
      assert.deepEqual(await review.headings('17 October 2025'), [
        'Marked to bring',
        'May be a doubt',
        'May be feedback from somebody served',
      ]);
      assert.deepEqual(await review.headings('14 November 2025'), [
        'Marked to bring',
        'May be a disagreement',
        'May be feedback from somebody served',
      ]);
    });

    it('goes from there to a passage', async () => {
      await review.press('I was torn between', 'Go to it');
      await workbench.editor.waitForText('I was torn between');
      await picture('passage');
    });

    it('leaves one of each kind of comment, one of them with a capability', async () => {
      await review.open();
      await review.press('I was torn between', 'Comment');
      await comments.waitForBox();
      await comments.write('You told him first. Keep that.');
      await comments.send('Keep doing', 'None');
      await comments.waitFor('You told him first');
      await picture('keep-doing');
      await review.open();
      await review.press('saw it differently', 'Comment');
      await comments.waitForBox();
      await comments.write('What did M. say to that, and what did it change for you?');
      await comments.send('Say more', 'Rights, justice');
      await comments.waitFor('What did M. say');
      await review.open();
      await review.press('What may I do on my own', 'Comment');
      await comments.waitForBox();
      await comments.write('Bring the list that we made, and tick what you have done.');
      await comments.send('Must do', 'None');
      await comments.waitFor('Bring the list');
      await review.open();
      await review.waitForComment('Say more');
      await picture('commented');
      assert.match(await review.text(), /KL · .* · Say more · Rights, justice and economic wellbeing/);
    });

    it('looks at how the tool reads them, having read for themselves', async () => {
      await review.showReadings();
      await picture('readings');
      assert.deepEqual(await findViolations(workbench, 'What was marked to be brought comes first'), []);
    });

    it('hands on for a panel what was marked and commented, and nothing else', async () => {
      await review.pressPanel();
      await workbench.waitForPick('A page');
      await picture('panel-format');
      await workbench.pick('A page');
      await workbench.waitForPick('Take out names');
      await picture('panel-wishes');
      await workbench.tick('Take out names');
      await workbench.confirmTicks();
      await workbench.editor.waitForText('torn between');
      await picture('panel-preview');
      await workbench.pick('Save…');
      await workbench.waitForQuestion('Where should the report be kept?');
      await picture('panel-place');
      await workbench.page.keyboard.press('Enter');
      const logs = path.join(workbench.folder, 'logs');
      const file = await poll('the report', () =>
        Promise.resolve(readdirSync(logs).find((each) => each.endsWith('panel.html'))),
      );
      const report = path.join(logs, file);
      await workbench.pictureOfPage(report, `educator-panel-report-${name}`);
      const text = readFileSync(report, 'utf8');
      for (const each of ['torn between', 'You told him first', 'Must do', 'What may I do on my own'])
        assert.ok(text.includes(each), each);
      assert.ok(!text.includes('Attendance is at 81'), 'only what was chosen');
    });
  });
}
