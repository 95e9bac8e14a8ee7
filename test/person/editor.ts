import type { Locator, Page } from 'playwright-core';
import { poll } from '../host/poll.ts';

/** How long a menu that somebody opened is waited for before it's opened again. */
const patienceMs = 10_000;

/** How a diagnostic of each severity is drawn. */
const squiggleClass = {
  error: '.squiggly-error',
  warning: '.squiggly-warning',
  information: '.squiggly-info',
  hint: '.squiggly-hint',
} as const;

/** The severity of a diagnostic, as a person can tell it by its line. */
export type Severity = keyof typeof squiggleClass;

/** The active text editor as a person sees and uses it. */
export class Editor {
  private readonly root: Locator;

  constructor(private readonly page: Page) {
    this.root = page.locator('.editor-group-container.active .editor-instance .monaco-editor').first();
  }

  /** Resolves when the text in sight holds this; where left out, when there is any text. */
  async waitForText(text = ''): Promise<void> {
    await this.root.locator('.view-line').first().waitFor();
    await poll(`the text "${text}"`, async () =>
      (await this.visibleText()).includes(text) ? true : undefined,
    );
  }

  /** The text in sight, one line of the screen a line; a wrapped line counts as several. */
  async visibleText(): Promise<string> {
    // In one go, since the lines may be replaced at any time.
    const placed = await this.root
      .locator('.view-line')
      .evaluateAll((lines) =>
        lines.map((line) => ({ top: line.getBoundingClientRect().top, text: line.textContent })),
      );
    return placed
      .sort((a, b) => a.top - b.top)
      .map(({ text }) => text.replaceAll('\u00a0', ' '))
      .join('\n');
  }

  /** Finds this text in the file and puts the cursor on it. */
  async goToLineWith(text: string): Promise<void> {
    const find = this.root
      .locator('.find-widget.visible .find-part textarea, .find-widget.visible .find-part input')
      .first();
    await this.page.keyboard.press('Control+F');
    await find.waitFor();
    await find.fill(text);
    await this.root.locator('.findMatch, .currentFindMatch').first().waitFor({ state: 'attached' });
    await this.page.keyboard.press('Escape');
    await find.waitFor({ state: 'hidden' });
  }

  /** Puts the cursor behind the last word of its line of the file, which may be several on the screen. */
  async goToParagraphEnd(): Promise<void> {
    // The first one only reaches the end of the line on the screen.
    await this.page.keyboard.press('End');
    await this.page.keyboard.press('End');
  }

  /** Goes to a line, counted from 1, and brings it into sight. */
  async goToLine(line: number): Promise<void> {
    const input = this.page.locator('.quick-input-widget .quick-input-box input');
    await this.page.keyboard.press('Control+G');
    await input.waitFor();
    await input.fill(`:${line}`);
    await this.page.keyboard.press('Enter');
    await input.waitFor({ state: 'hidden' });
  }

  /** Types at the cursor, as fast as VS Code takes it. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** Resolves when a diagnostic of this severity is drawn in the text. */
  async waitForSquiggle(severity: Severity): Promise<void> {
    await this.squiggle(severity).waitFor({ state: 'attached' });
  }

  /** The severities of the diagnostics that are drawn in the text in sight. */
  async squiggles(): Promise<Severity[]> {
    const severities = Object.keys(squiggleClass) as Severity[];
    const counts = await Promise.all(
      severities.map((each) => this.root.locator(squiggleClass[each]).count()),
    );
    return severities.filter((_, index) => (counts[index] ?? 0) > 0);
  }

  /** Rests the pointer on the first diagnostic of this severity, and resolves with what the hover says. */
  async hoverSquiggle(severity: Severity): Promise<string> {
    return this.hoverOver(this.squiggle(severity));
  }

  /** Rests the pointer on the first place where the text in sight holds this, and resolves with what the hover says. */
  async hoverText(text: string): Promise<string> {
    return this.hoverOver(this.root.locator('.view-line').getByText(text).first());
  }

  /** Clicks a link in the open hover. */
  async clickHoverLink(text: string): Promise<void> {
    await this.hover()
      .getByRole('link', { name: text })
      .or(this.hover().locator('a').filter({ hasText: text }))
      .first()
      .click();
  }

  /** Resolves when so many marks of cultures, or more, stand in the margin. */
  async waitForMarks(least: number): Promise<void> {
    const marks = this.root.locator(
      '.glyph-margin-widgets .cgmr[class*="ced-"], .margin .cgmr[class*="ced-"]',
    );
    await poll(`${least} marks in the margin`, async () =>
      (await marks.count()) >= least ? true : undefined,
    );
  }

  /** Resolves when no diagnostic of this severity is drawn in the text. */
  async waitForNoSquiggle(severity: Severity): Promise<void> {
    await this.squiggle(severity).waitFor({ state: 'detached' });
  }

  /** Moves the pointer out of the way, and resolves when no hover covers the text. */
  async leaveHover(): Promise<void> {
    await this.page.mouse.move(1, 1);
    await this.page.keyboard.press('Escape');
    await this.hover().waitFor({ state: 'hidden' });
  }

  /** Puts the cursor on the first diagnostic of this severity. */
  async clickSquiggle(severity: Severity): Promise<void> {
    const { x, y } = await this.middleOf(this.squiggle(severity));
    await this.page.mouse.click(x, y);
  }

  /** Opens the light bulb at the cursor, and resolves with the titles of what it offers, from the top. */
  async openLightBulb(): Promise<string[]> {
    const bulb = this.root.locator('.lightBulbWidget, .codicon[class*="gutter-lightbulb"]').first();
    await bulb.click();
    const titles = this.actions().locator('.title');
    await titles.first().waitFor();
    return titles.allInnerTexts();
  }

  /** Opens with the key what the light bulb at the cursor offers, and resolves with the titles, from the top. */
  async openActions(): Promise<string[]> {
    const titles = this.actions().locator('.title');
    // What changes in the text meanwhile closes the menu, or keeps it from opening; a person presses again.
    for (let times = 1; ; times++) {
      await this.page.keyboard.press('Control+.');
      try {
        await titles.first().waitFor({ timeout: patienceMs });
        return await titles.allInnerTexts();
      } catch (error) {
        if (times === 4) throw error;
      }
    }
  }

  /** Chooses from the open light bulb the first action that holds this title; wait for its effect afterwards. */
  async chooseAction(title: string): Promise<void> {
    await this.actions().filter({ hasText: title }).first().click();
    await this.actions().first().waitFor({ state: 'hidden' });
  }

  /** Resolves with the text of the first code lens in sight that matches. */
  async waitForCodeLens(text: string | RegExp): Promise<string> {
    const lens = this.root.locator('.codelens-decoration:visible').filter({ hasText: text }).first();
    await lens.waitFor();
    return lens.innerText();
  }

  /** Resolves when no code lens in sight matches. */
  async waitForNoCodeLens(text: string | RegExp): Promise<void> {
    const lens = this.root.locator('.codelens-decoration:visible').filter({ hasText: text });
    await poll(`no code lens ${String(text)}`, async () => ((await lens.count()) === 0 ? true : undefined));
  }

  /** Asks for suggestions at the cursor, and resolves with their labels. */
  async suggestions(): Promise<string[]> {
    await this.page.keyboard.press('Control+Space');
    const labels = this.suggestionRows().locator('.label-name');
    await labels.first().waitFor();
    return labels.allInnerTexts();
  }

  /** Takes the first of the open suggestions that holds this label; wait for its effect afterwards. */
  async acceptSuggestion(label: string): Promise<void> {
    await this.suggestionRows().filter({ hasText: label }).first().click();
  }

  private suggestionRows(): Locator {
    return this.page.locator('.suggest-widget.visible .monaco-list-row');
  }

  private squiggle(severity: Severity): Locator {
    return this.root.locator(squiggleClass[severity]).first();
  }

  private hover(): Locator {
    return this.page.locator('.monaco-hover:not(.hidden)').filter({ hasText: /\S/ }).first();
  }

  private actions(): Locator {
    return this.page.locator('.action-widget .monaco-list-row.action');
  }

  private async hoverOver(target: Locator): Promise<string> {
    return poll('a hover with text', async () => {
      // Anew each time, since a code lens that arrives moves the text.
      const { x, y } = await this.middleOf(target);
      // A pointer that appears from nowhere opens no hover: it has to come from somewhere.
      await this.page.mouse.move(x, y + 60);
      await this.page.mouse.move(x, y, { steps: 4 });
      const text = await this.hover()
        .innerText({ timeout: 2_000 })
        .catch(() => '');
      return text.trim() === '' || text.startsWith('Loading') ? undefined : text;
    });
  }

  private async middleOf(target: Locator): Promise<{ x: number; y: number }> {
    await target.waitFor({ state: 'attached' });
    let last = '';
    const box = await poll('a place on the screen that stays', async () => {
      const now = await target.boundingBox();
      const stays = JSON.stringify(now) === last;
      last = JSON.stringify(now);
      return now !== null && stays ? now : undefined;
    });
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }
}
