/*
 * Takes the place of VS Code's desktop build where that can't be had: it understands the flags that
 * @vscode/test-electron gives a desktop build, runs the tests in a VS Code server with a headless browser
 * as its window, and ends with 0 when the tests passed, else with 1.
 */
import { chromium } from 'playwright-core';
import { chromiumLaunchOptions } from './chromium.ts';
import { startCodeServer, type CodeServerHost } from './code-server-host.ts';
import { readDesktopArguments, type DesktopArguments } from './desktop-arguments.ts';
import { runInWindow } from './run-in-window.ts';

async function runSuite(args: DesktopArguments): Promise<number> {
  const host = await startCodeServer({
    ...(args.userDataDir !== undefined && { userDataDir: args.userDataDir }),
    ...(args.extensionsDir !== undefined && { extensionsDir: args.extensionsDir }),
  });
  try {
    const browser = await chromium.launch(await chromiumLaunchOptions());
    try {
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
      return await runInWindow(page, {
        url: host.url({ folder: args.folder, payload: suitePayload(host, args) }),
        name: 'vscode-suite',
        recentOutput: host.recentOutput,
      });
    } finally {
      await browser.close();
    }
  } finally {
    await host.dispose();
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

try {
  process.exitCode = (await runSuite(readDesktopArguments(process.argv.slice(2)))) === 0 ? 0 : 1;
} catch (error) {
  console.error(error);
  process.exitCode = 1;
}
