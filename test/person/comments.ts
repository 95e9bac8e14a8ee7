import type { Locator, Page } from 'playwright-core';
import { poll } from '../host/poll.ts';
import type { Workbench } from './workbench.ts';

/** Comments on passages, as a person writes and reads them in the editor. */
export class Comments {
  private readonly page: Page;

  constructor(private readonly workbench: Workbench) {
    this.page = workbench.page;
  }

  /** Begins a comment on the passage at the cursor, and resolves when it can be written. */
  async begin(): Promise<void> {
    await this.workbench.runCommand('Supervision Lens: Comment on This Passage');
    await this.waitForBox();
  }

  /** Begins an answer in the open thread. */
  async beginReply(): Promise<void> {
    await this.page.locator('.review-widget .review-thread-reply-button:visible').first().click();
    await this.waitForBox();
  }

  /** Resolves when a comment can be written. */
  async waitForBox(): Promise<void> {
    await poll('a box for a comment that has the focus', async () =>
      (await this.page.evaluate(
        () => document.activeElement?.closest('.review-widget .comment-form') !== null,
      ))
        ? true
        : undefined,
    );
  }

  /** Writes into the box that was opened. */
  async write(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** Sends off what was written, and says what it is and what it speaks to. */
  async send(kind: string, capability: string): Promise<void> {
    await this.button('Add Comment').click();
    await this.workbench.pick(kind);
    await this.workbench.waitForPick('None');
    await this.workbench.pick(capability);
  }

  /** Resolves when a comment with these words is to be seen. */
  async waitFor(text: string): Promise<void> {
    await this.comment(text).locator('.comment-body').waitFor();
  }

  /** Resolves when no comment with these words is to be seen. */
  async waitForNone(text: string): Promise<void> {
    await this.comment(text).waitFor({ state: 'detached' });
  }

  /** All that stands in the open threads, their titles included. */
  async texts(): Promise<string> {
    return (await this.page.locator('.review-widget:visible').allInnerTexts()).join('\n');
  }

  /** Adds words at the end of a comment of one's own. */
  async change(text: string, added: string): Promise<void> {
    await this.press(text, 'Change Comment');
    await this.page.locator('.review-comment .edit-container .monaco-editor').first().click();
    await this.page.keyboard.press('Control+End');
    await this.page.keyboard.type(added);
    await this.button('Save').click();
  }

  /** Takes a comment away. */
  async remove(text: string): Promise<void> {
    await this.press(text, 'Remove Comment');
    await this.waitForNone(text);
  }

  private async press(text: string, title: string): Promise<void> {
    await this.comment(text).hover();
    await this.comment(text).locator(`.action-label[aria-label^="${title}"]`).click();
  }

  private comment(text: string): Locator {
    return this.page.locator('.review-comment').filter({ hasText: text }).first();
  }

  private button(title: string): Locator {
    return this.page.locator('.review-widget .monaco-button:visible').filter({ hasText: title }).first();
  }
}
