import { cpSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser, type FrameLocator, type Page } from 'playwright-core';
import { chromiumLaunchOptions } from '../host/chromium.ts';
import { startCodeServer, type CodeServerHost } from '../host/code-server-host.ts';
import { poll } from '../host/poll.ts';
import { cacheRoot, repositoryRoot } from '../host/repository.ts';
import { createTemporaryFolder, type TemporaryFolder } from '../host/temporary-folder.ts';
import { calmSettings } from '../host/user-settings.ts';
import { Editor } from './editor.ts';

const deadlineMs = 60_000;
/** How long a box that somebody opened is waited for before it's opened again. */
const patienceMs = 10_000;
const screenshots = path.join(cacheRoot, 'screenshots');

/** What a workbench is opened with. */
export interface WorkbenchOptions {
  /** The packaged extension that the person has installed. */
  readonly vsix: string;
  /** The folder with the person's files; a copy of it is opened, so nothing in it changes. */
  readonly folder: string;
  /** User settings on top of the calm ones. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

/**
 * A VS Code window as a person uses it: through keys, clicks and what is to be seen.
 * Each verb resolves once its effect shows, and rejects with what it waited for. `dispose` closes everything.
 */
export class Workbench {
  /** The text of the active editor, and what stands on and beside it. */
  readonly editor: Editor;

  private constructor(
    readonly page: Page,
    /** The absolute path of the opened folder, where saved files can be read. */
    readonly folder: string,
    private readonly browser: Browser,
    private readonly host: CodeServerHost,
    private readonly temporary: TemporaryFolder,
  ) {
    this.editor = new Editor(page);
  }

  /** Opens a fresh window on a copy of the folder, with no other extension and nothing left from before. */
  static async open(options: WorkbenchOptions): Promise<Workbench> {
    const temporary = createTemporaryFolder();
    // The folder's name is to be seen in the window.
    const folder = path.join(temporary.path, path.basename(options.folder));
    cpSync(options.folder, folder, { recursive: true });
    const host = await startCodeServer({
      vsix: options.vsix,
      settings: { ...calmSettings, ...options.settings },
    });
    try {
      const signals = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };
      const browser = await chromium.launch({ ...(await chromiumLaunchOptions()), ...signals });
      try {
        const context = await browser.newContext({
          viewport: { width: 1280, height: 800 },
          locale: 'en-GB',
          permissions: ['clipboard-read', 'clipboard-write'],
        });
        const page = await context.newPage();
        page.setDefaultTimeout(deadlineMs);
        await page.goto(host.url({ folder }));
        await page.locator('.monaco-workbench .explorer-folders-view').waitFor();
        return new Workbench(page, folder, browser, host, temporary);
      } catch (error) {
        await browser.close();
        throw error;
      }
    } catch (error) {
      await host.dispose();
      temporary.dispose();
      throw error;
    }
  }

  /** Closes the window, stops the server and deletes the copy of the folder. */
  async dispose(): Promise<void> {
    await this.browser.close();
    await this.host.dispose();
    this.temporary.dispose();
  }

  /** Opens a file by its path in the folder, and resolves when its text is in the active editor. */
  async openFile(file: string): Promise<void> {
    const name = path.posix.basename(file);
    await this.choose('Control+P', file, name);
    await this.page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
    await this.editor.waitForText();
  }

  /** Runs a command by its title in the palette, such as "View: Close All Editors". */
  async runCommand(title: string): Promise<void> {
    await this.choose('F1', `>${title}`, title);
  }

  /** The labels in the open pick list, from the top. */
  async picks(): Promise<string[]> {
    await this.page.locator('.quick-input-widget .quick-input-list .monaco-list-row').first().waitFor();
    return this.page.locator('.quick-input-list .monaco-list-row .label-name').allInnerTexts();
  }

  /** Resolves when the open pick list offers an entry that holds this label. */
  async waitForPick(label: string): Promise<void> {
    await this.page
      .locator('.quick-input-list .monaco-list-row')
      .filter({ hasText: label })
      .first()
      .waitFor();
  }

  /** Chooses from the open pick list the first entry that holds this label, once it's there. */
  async pick(label: string, timeoutMs = deadlineMs): Promise<void> {
    const row = this.page.locator('.quick-input-list .monaco-list-row').filter({ hasText: label }).first();
    await row.click({ timeout: timeoutMs });
  }

  /** Ticks in the open list of boxes the first entry that holds this label. */
  async tick(label: string): Promise<void> {
    const row = this.page.locator('.quick-input-list .monaco-list-row').filter({ hasText: label }).first();
    await row.locator('.label-name').first().click();
  }

  /** Says that what is ticked in the open list is what's wanted. */
  async confirmTicks(): Promise<void> {
    await this.page.locator('.quick-input-widget .quick-input-action .monaco-button').first().click();
  }

  /** Presses the button of this name in a notification. */
  async pressButton(name: string): Promise<void> {
    const button = this.page.locator('.notifications-toasts .monaco-button').filter({ hasText: name });
    await button.first().click();
  }

  /** The text that was copied last. */
  async copied(): Promise<string> {
    return this.page.evaluate(() => navigator.clipboard.readText());
  }

  /** Keeps a picture of a page that was written to disk, for looking at. */
  async pictureOfPage(file: string, name: string): Promise<void> {
    const page = await this.page.context().newPage();
    await page.goto(pathToFileURL(file).href);
    mkdirSync(screenshots, { recursive: true });
    await page.screenshot({ path: path.join(screenshots, `${name}.png`), fullPage: true });
    await page.close();
  }

  /** Resolves when the box that asks for something has a title with these words. */
  async waitForQuestion(words: string): Promise<void> {
    await this.page.locator('.quick-input-widget .quick-input-title').filter({ hasText: words }).waitFor();
  }

  /** Answers the open input box. */
  async answer(text: string): Promise<void> {
    await this.page.locator('.quick-input-widget .quick-input-box input').fill(text);
    await this.page.keyboard.press('Enter');
  }

  /** Saves the active file, and resolves when nothing unsaved is left in it. */
  async save(): Promise<void> {
    await this.page.keyboard.press('Control+S');
    await this.page.locator('.tab.active:not(.dirty)').waitFor();
  }

  /** Closes the active editor, and resolves when its tab is gone. */
  async closeEditor(): Promise<void> {
    const tabs = this.page.locator('.tabs-container .tab');
    const before = await tabs.count();
    await this.runCommand('View: Close Editor');
    await poll('a tab fewer', async () => ((await tabs.count()) < before ? true : undefined));
  }

  /** The texts of the notifications that are showing. */
  async notifications(): Promise<string[]> {
    return this.page.locator('.notifications-toasts .notification-list-item-message').allInnerTexts();
  }

  /** Resolves when the status bar shows an item with this text. */
  async waitForStatusBar(text: string | RegExp): Promise<string> {
    const item = this.page.locator('.statusbar-item').filter({ hasText: text }).first();
    await item.waitFor();
    return item.innerText();
  }

  /** Resolves when the status bar shows no item with this text. */
  async waitForNoStatusBar(text: string | RegExp): Promise<void> {
    await this.page.locator('.statusbar-item').filter({ hasText: text }).first().waitFor({ state: 'hidden' });
  }

  /** Puts the side bar away, so that the text has the room. */
  async hideSideBar(): Promise<void> {
    await this.page.keyboard.press('Control+B');
    await this.page.locator('.part.sidebar').waitFor({ state: 'hidden' });
  }

  /** Opens a view container by its title in the activity bar, and resolves when its heading shows. */
  async openView(title: string): Promise<void> {
    await this.page.locator(`.activitybar .action-label[aria-label^="${title}"]`).click();
    await this.page.locator('.sidebar .composite.title').filter({ hasText: title }).waitFor();
  }

  /** The inside of the webview whose document holds this text; resolves when it shows. */
  async webviewWith(text: string): Promise<FrameLocator> {
    return poll(`a webview with "${text}"`, async () => {
      for (const frame of await this.page.locator('iframe.webview').all()) {
        const inside = frame.contentFrame().frameLocator('iframe#active-frame');
        const found = await inside
          .getByText(text)
          .count()
          .catch(() => 0);
        if (found > 0) return inside;
      }
      return undefined;
    });
  }

  /**
   * Keeps a picture of the window under this name. It goes among the documentation's pictures where
   * UPDATE_IMAGES=1 asks for it, unless it's only for looking at, else into the cache.
   */
  async screenshot(name: string, use: 'documentation' | 'looking' = 'documentation'): Promise<void> {
    const isForDocs = process.env.UPDATE_IMAGES === '1' && use === 'documentation';
    await this.keepPicture(isForDocs ? path.join(repositoryRoot, 'docs', 'images') : screenshots, name);
  }

  /** Keeps a picture of the window after a failed test, always in the cache. */
  async keepEvidence(test: string): Promise<void> {
    await this.keepPicture(screenshots, `failed-${test.replaceAll(/\W+/g, '-')}`);
  }

  private async keepPicture(folder: string, name: string): Promise<void> {
    mkdirSync(folder, { recursive: true });
    await this.page.screenshot({ path: path.join(folder, `${name}.png`), animations: 'disabled' });
  }

  /**
   * Opens the palette or the list of files, types into it, and chooses. The box closes by itself when an editor or a
   * view that opens late takes the focus: then it's opened again, as a person would.
   */
  private async choose(key: string, text: string, label: string): Promise<void> {
    const input = this.page.locator('.quick-input-widget .quick-input-box input');
    const deadline = Date.now() + deadlineMs;
    for (;;) {
      await this.page.keyboard.press(key);
      try {
        await input.fill(text, { timeout: patienceMs });
        await this.pick(label, patienceMs);
        return;
      } catch (error) {
        if (Date.now() > deadline) throw error;
        await this.page.keyboard.press('Escape');
      }
    }
  }
}
