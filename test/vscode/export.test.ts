import assert from 'node:assert/strict';
import { after, describe, it } from 'mocha';
import { FileSystemError, FileType, Uri, commands, window, workspace } from 'vscode';
import { describeWriteFailure } from '../../client/src/write-whole-file.ts';
import { createRecord, waitFor, workspaceFolder } from './records.ts';

const journal = (date: string, body: string): string =>
  `---\ntype: supervision\ndate: ${date}\nsupervisor: KL\nsupervisee: Q.\n---\n\n# Supervision\n\n${body}\n`;
const exported = (name: string): Uri => Uri.joinPath(workspaceFolder(), 'exported', name);
const read = async (uri: Uri): Promise<string> => new TextDecoder().decode(await workspace.fs.readFile(uri));
const names = async (): Promise<string[]> =>
  (await workspace.fs.readDirectory(Uri.joinPath(workspaceFolder(), 'exported')))
    .filter(([, type]) => type === FileType.File)
    .map(([name]) => name);
const run = (choices: Record<string, unknown>): Thenable<unknown> =>
  commands.executeCommand('supervisionLens.export', choices);

describe('exporting', () => {
  // Other tests look at the runs of the same folder.
  after(async () => {
    for (const name of ['exported', ...[1, 2, 3, 4].map((number) => `export-${number}.md`)])
      await workspace.fs.delete(Uri.joinPath(workspaceFolder(), name), { recursive: true });
  });
  const plain = { redact: false, withMarks: false };

  it('writes every format of the open note beside it, whole, over what stood there', async () => {
    await workspace.fs.createDirectory(Uri.joinPath(workspaceFolder(), 'exported'));
    await createRecord(
      'export-1.md',
      journal(
        '2025-01-07',
        'Danny rang from 07700 900123. #humanistic #bring\n\nWe went through dates. #managed',
      ),
    );
    await workspace.fs.writeFile(exported('note.html'), new TextEncoder().encode('as it was'));
    for (const format of ['html', 'docx', 'csv', 'qdpx', 'qdc'])
      await run({ what: 'record', format, ...plain, target: exported(`note.${format}`).toString() });
    const page = await read(exported('note.html'));
    assert.match(page, /Danny rang from 07700 900123\.</);
    assert.ok(!/#humanistic|as it was/.test(page));
    assert.match(await read(exported('note.docx')), /^PK/);
    assert.deepEqual((await names()).sort(), ['note.csv', 'note.docx', 'note.html', 'note.qdc', 'note.qdpx']);
  });

  it('takes names out, and gives a panel of the run what was chosen', async () => {
    const { document } = await createRecord('export-2.md', journal('2025-02-04', 'We met again. #managed'));
    const choices = { uri: document.uri.toString(), what: 'panel', format: 'html', withMarks: false };
    await run({ ...choices, redact: true, target: exported('panel.html').toString() });
    const page = await read(exported('panel.html'));
    assert.match(page, /\[name\] rang from \[phone\]/);
    assert.ok(!/Danny|We met again|Share of/.test(page));
  });

  it('asks in words, and shows what goes out before it is kept', async () => {
    const { document } = await createRecord('export-3.md', journal('2025-03-04', 'Danny was cross.'));
    const given = { uri: document.uri.toString(), what: 'record', format: 'html' };
    void run({ ...given, redact: true });
    const shown = await waitFor('the words that go out', window.onDidChangeActiveTextEditor, () =>
      window.activeTextEditor?.document.uri.scheme === 'supervision-lens-export'
        ? window.activeTextEditor.document.getText()
        : undefined,
    );
    assert.match(shown, /\[name\] was cross\./);
    await commands.executeCommand('workbench.action.closeQuickOpen');
  });

  it('leaves nothing half-written where it can’t write, and says why', async () => {
    const { document } = await createRecord('export-4.md', journal('2025-03-04', 'We met.'));
    const taken = exported('folder.html');
    await workspace.fs.createDirectory(taken);
    await workspace.fs.writeFile(Uri.joinPath(taken, 'inside.txt'), new TextEncoder().encode('as it was'));
    const given = { uri: document.uri.toString(), what: 'record', format: 'html', ...plain };
    await run({ ...given, target: taken.toString() });
    assert.equal(await read(Uri.joinPath(taken, 'inside.txt')), 'as it was');
    assert.ok((await names()).every((name) => !name.endsWith('.tmp')));
    const why = (error: unknown): string | undefined => describeWriteFailure(error, 'a.html');
    assert.match(why(FileSystemError.NoPermissions('a'))!, /read-only/);
    assert.match(why(new FileSystemError('ENOSPC: no space left on device, write'))!, /disk is full/);
    assert.match(why(FileSystemError.FileNotFound('a'))!, /folder isn’t there/);
    assert.match(why(FileSystemError.Unavailable('a'))!, /couldn’t be written/);
    assert.equal(why(new Error('of ours')), undefined);
  });
});
