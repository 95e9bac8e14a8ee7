import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Frame } from 'playwright-core';
import { poll } from '../host/poll.ts';
import type { Workbench } from './workbench.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds in the webview whose document holds this text. */
export async function findViolations(workbench: Workbench, text: string): Promise<string[]> {
  const frame = await poll<Frame>(`a frame with "${text}"`, async () => {
    for (const each of workbench.page.frames()) {
      const has = await each
        .evaluate((words) => document.body.innerText.includes(words), text)
        .catch(() => false);
      if (has && each !== workbench.page.mainFrame()) return each;
    }
    return undefined;
  });
  await frame.evaluate(axe);
  return frame.evaluate(async () => {
    const { axe: run } = window as unknown as {
      axe: { run: (root: Element) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const result = await run.run(document.querySelector('main') ?? document.body);
    return result.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
  });
}
