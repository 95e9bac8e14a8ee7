import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { commands, extensions } from 'vscode';
import { openRecord, waitForFinding } from './records.ts';

const extensionId = 'supervision-lens.supervision-lens';

interface Manifest {
  readonly contributes: { readonly commands: readonly { readonly command: string }[] };
}

describe('the extension', () => {
  it('wakes up when a Markdown file is opened', async () => {
    const extension = extensions.getExtension(extensionId);
    assert.ok(extension, `${extensionId} is installed`);
    const { document } = await openRecord('managed.md');
    await waitForFinding(document.uri, 'purely-managed');
    assert.equal(extension.isActive, true);
  });

  it('has every command that its manifest promises', async () => {
    const manifest = extensions.getExtension(extensionId)?.packageJSON as Manifest;
    const known = new Set(await commands.getCommands(true));
    const missing = manifest.contributes.commands
      .map(({ command }) => command)
      .filter((each) => !known.has(each));
    assert.deepEqual(missing, []);
  });
});
