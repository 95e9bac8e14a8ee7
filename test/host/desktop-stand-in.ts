/*
 * Takes the place of VS Code's desktop build where that can't be had: it understands the flags that
 * @vscode/test-electron gives a desktop build, runs the tests in a VS Code server with a headless browser
 * as its window, and ends with 0 when the tests passed, else with 1.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format } from 'node:util';
import { chromium, type Page } from 'playwright-core';
import { chromiumLaunchOptions } from './chromium.ts';
import { startCodeServer, type CodeServerHost } from './code-server-host.ts';
import { createDeferred } from './deferred.ts';
import { readDesktopArguments, type DesktopArguments } from './desktop-arguments.ts';
import { cacheRoot, repositoryRoot } from './repository.ts';
import { readSuiteOutput } from './suite-output.ts';

const suiteDeadlineMs = 10 * 60_000;

async function runSuite(args: DesktopArguments): Promise<number> {
  const host = await startCodeServer({
    ...(args.userDataDir !== undefined && { userDataDir: args.userDataDir }),
    ...(args.extensionsDir !== undefined && { extensionsDir: args.extensionsDir }),
  });
  try {
    const browser = await chromium.launch(await chromiumLaunchOptions());
    try {
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
      return await runInWindow(page, host, args);
    } finally {
      await browser.close();
    }
  } finally {
    await host.dispose();
  }
}

async function runInWindow(page: Page, host: CodeServerHost, args: DesktopArguments): Promise<number> {
  const ended = createDeferred<number>();
  const log: string[] = [];
  await page.exposeFunction('codeAutomationLog', (_type: string, values: readonly unknown[]) => {
    const message = format(...values);
    const report = readSuiteOutput(message);
    if (report === undefined) log.push(message);
    else console.log(report);
  });
  await page.exposeFunction('codeAutomationExit', (code: number) => ended.resolve(code));
  page.on('crash', () => ended.reject(new Error('The browser window crashed.')));
  page.on('close', () => ended.reject(new Error('The browser window was closed.')));
  const timer = setTimeout(
    () => ended.reject(new Error(`The tests did not end in ${suiteDeadlineMs / 60_000} minutes.`)),
    suiteDeadlineMs,
  );
  try {
    await page.goto(host.url({ folder: args.folder, payload: suitePayload(host, args) }));
    const code = await ended.promise;
    if (code !== 0) await keepEvidence(page, log);
    return code;
  } catch (error) {
    await keepEvidence(page, [...log, host.recentOutput()]);
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

function suitePayload(host: CodeServerHost, args: DesktopArguments): [string, string][] {
  const remote = (file: string): string => `vscode-remote://${host.authority}${file}`;
  return [
    ...args.extensionDevelopmentPaths.map((file): [string, string] => [
      'extensionDevelopmentPath',
      remote(file),
    ]),
    ['extensionTestsPath', remote(args.extensionTestsPath)],
    ['skipWelcome', 'true'],
  ];
}

async function keepEvidence(page: Page, log: readonly string[]): Promise<void> {
  const folder = path.join(cacheRoot, 'vscode-suite-failed');
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'window.log'), `${log.join('\n')}\n`);
  await page.screenshot({ path: path.join(folder, 'window.png') }).catch(() => undefined);
  console.error(`What the window logged and showed is in ${path.relative(repositoryRoot, folder)}.`);
}

try {
  process.exitCode = (await runSuite(readDesktopArguments(process.argv.slice(2)))) === 0 ? 0 : 1;
} catch (error) {
  console.error(error);
  process.exitCode = 1;
}
