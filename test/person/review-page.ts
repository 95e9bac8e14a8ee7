import type { FrameLocator, Locator } from 'playwright-core';
import { poll } from '../host/poll.ts';
import type { Workbench } from './workbench.ts';

const intro = 'What was marked to be brought comes first';

/** The review of a run as a practice educator sees and uses it. */
export class ReviewPage {
  constructor(private readonly workbench: Workbench) {}

  /** Resolves when so many records stand side by side. */
  async waitForRecords(count: number): Promise<void> {
    const inside = await this.inside();
    await poll(`${count} records side by side`, async () =>
      (await inside.locator('section.column').count()) === count ? true : undefined,
    );
  }

  /** Comes back to the page from the record that stands before it. */
  async open(): Promise<void> {
    const tab = this.workbench.page.locator('.tab').filter({ hasText: 'Review:' });
    await tab.click();
    await this.inside();
  }

  /** Under what the passages of a record are shown, from the top; the record by its day. */
  async headings(day: string): Promise<string[]> {
    const column = (await this.inside()).locator('section.column').filter({ hasText: day });
    return column.locator('.why').allInnerTexts();
  }

  /** How many records show how they were read. */
  async readings(): Promise<number> {
    return (await this.inside()).locator('p.reading').count();
  }

  /** Asks for how the tool reads them. */
  async showReadings(): Promise<void> {
    const inside = await this.inside();
    await inside.locator('input[type=checkbox]').check();
    await inside.locator('p.reading').first().waitFor();
  }

  /** Presses the button of this name under the passage with these words. */
  async press(words: string, button: string): Promise<void> {
    const passage = (await this.inside()).locator('.passage').filter({ hasText: words });
    await passage.locator('button').filter({ hasText: button }).click();
  }

  /** Presses the button that hands on what was chosen. */
  async pressPanel(): Promise<void> {
    await (await this.inside()).locator('button').filter({ hasText: 'Hand on for a panel' }).click();
  }

  /** Resolves when a comment holds these words. */
  async waitForComment(words: string): Promise<void> {
    await this.comment(await this.inside(), words).waitFor();
  }

  /** All that the page says. */
  async text(): Promise<string> {
    return (await this.inside()).locator('main').innerText();
  }

  private comment(inside: FrameLocator, words: string): Locator {
    return inside.locator('.comment').filter({ hasText: words }).first();
  }

  private inside(): Promise<FrameLocator> {
    return this.workbench.webviewWith(intro);
  }
}
