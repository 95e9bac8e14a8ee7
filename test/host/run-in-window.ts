import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format } from 'node:util';
import type { Page } from 'playwright-core';
import { createDeferred } from './deferred.ts';
import { cacheRoot, repositoryRoot } from './repository.ts';
import { readSuiteOutput } from './suite-output.ts';

const suiteDeadlineMs = 10 * 60_000;

/** What a suite is run with. */
export interface SuiteWindow {
  /** The address of a VS Code that was told which tests to run. */
  readonly url: string;
  /** Names the folder in the cache that keeps what was logged and shown when it failed. */
  readonly name: string;
  /** What the server behind the window has said lately. */
  readonly recentOutput: () => string;
  /** Told of each part of the tests' report; printed where left out. */
  readonly onReport?: (report: string) => void;
}

/**
 * Opens a VS Code in a page and waits for the tests that it runs in its extension host. Resolves with their
 * exit code, 0 where all passed; rejects where the window breaks down or they take too long.
 */
export async function runInWindow(page: Page, suite: SuiteWindow): Promise<number> {
  const { onReport = (report: string) => console.log(report) } = suite;
  const ended = createDeferred<number>();
  const log: string[] = [];
  await page.exposeFunction('codeAutomationLog', (_type: string, values: readonly unknown[]) => {
    const message = format(...values);
    const report = readSuiteOutput(message);
    if (report === undefined) log.push(message);
    else onReport(report);
  });
  await page.exposeFunction('codeAutomationExit', (code: number) => ended.resolve(code));
  page.on('crash', () => ended.reject(new Error('The browser window crashed.')));
  page.on('close', () => ended.reject(new Error('The browser window was closed.')));
  const timer = setTimeout(
    () => ended.reject(new Error(`The tests did not end in ${suiteDeadlineMs / 60_000} minutes.`)),
    suiteDeadlineMs,
  );
  try {
    await page.goto(suite.url);
    const code = await ended.promise;
    if (code !== 0) await keepEvidence(page, suite.name, log);
    return code;
  } catch (error) {
    await keepEvidence(page, suite.name, [...log, suite.recentOutput()]);
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

async function keepEvidence(page: Page, name: string, log: readonly string[]): Promise<void> {
  const folder = path.join(cacheRoot, `${name}-failed`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'window.log'), `${log.join('\n')}\n`);
  await page.screenshot({ path: path.join(folder, 'window.png') }).catch(() => undefined);
  console.error(`What the window logged and showed is in ${path.relative(repositoryRoot, folder)}.`);
}
