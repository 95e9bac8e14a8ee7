/*
 * Runs the tests of test/vscode in VS Code for the web, in a headless Chromium, with its extension host in a web
 * worker and a virtual file system: `node --import tsx test/host/run-web-suite.ts`. Ends with 0 when all passed.
 */
import { writeFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { bundleWebSuite } from './bundle-web-suite.ts';
import { chromiumLaunchOptions } from './chromium.ts';
import { runInWindow } from './run-in-window.ts';
import { readSuiteCounts } from './suite-output.ts';
import { prepareWorkspace } from './suite-workspace.ts';
import { createTemporaryFolder } from './temporary-folder.ts';
import { countsVariable } from './test-counts.ts';
import { startWebHost } from './web-host.ts';

async function main(): Promise<number> {
  const suite = await bundleWebSuite();
  const temporary = createTemporaryFolder();
  try {
    const host = await startWebHost(await prepareWorkspace(temporary.path), suite);
    const browser = await chromium.launch(await chromiumLaunchOptions());
    try {
      const context = await browser.newContext({
        viewport: { width: 1280, height: 800 },
        permissions: ['clipboard-read', 'clipboard-write'],
      });
      return await runInWindow(await context.newPage(), {
        url: host.url,
        name: 'web-suite',
        recentOutput: host.recentOutput,
        onReport: report,
      });
    } finally {
      await browser.close();
      await host.dispose();
    }
  } finally {
    temporary.dispose();
  }
}

function report(text: string): void {
  const counts = readSuiteCounts(text);
  const file = process.env[countsVariable];
  if (counts === undefined) console.log(text);
  else if (file) writeFileSync(file, JSON.stringify(counts));
}

process.exitCode = await main();
