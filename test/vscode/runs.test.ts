import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { Uri, commands, workspace } from 'vscode';
import { createRecord, waitForFinding, waitForNoFinding, workspaceFolder } from './records.ts';

const managed = Array.from(
  { length: 4 },
  () =>
    'Child in need plan due for review, visits in timescale, chronology still to do and the audit asked for the agreement. #managed',
).join('\n\n');
const person =
  'She sat in the car and we stayed with that for a good long while, and made no plan. #humanistic\n\n'.repeat(
    6,
  );
const note = (date: string, body: string): string =>
  `---\ntype: supervision\ndate: ${date}\nsupervisor: KL\nsupervisee: Z.\n---\n\n# Supervision\n\n${body}\n`;

describe('runs', () => {
  it('are read from files that are not open, and followed as they change on disk', async () => {
    const write = (name: string, text: string): Thenable<void> =>
      workspace.fs.writeFile(Uri.joinPath(workspaceFolder(), name), new TextEncoder().encode(text));
    await write('run-1.md', note('2025-01-07', managed));
    await write('run-2.md', note('2025-02-04', managed));
    const { document } = await createRecord('run-3.md', note('2025-03-04', managed));
    const finding = await waitForFinding(document.uri, 'managed-run');
    assert.equal(document.getText(finding.range), 'Supervision');
    assert.deepEqual(
      finding.relatedInformation?.map(({ location }) => location.uri.path.split('/').at(-1)),
      ['run-1.md', 'run-2.md'],
    );
    await write('run-2.md', note('2025-02-04', person));
    await waitForNoFinding(document.uri, 'managed-run');
  });

  it('can be checked with a command', async () =>
    assert.ok((await commands.getCommands(true)).includes('supervisionLens.checkWorkspace')));
});
