import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type {
  CodeAction,
  CompletionItem,
  Diagnostic,
  DocumentDiagnosticReport,
} from 'vscode-languageserver-protocol';
import { managedNoteWithPlace } from '../helpers/notes.ts';
import { fullClient, plainClient, startPair, type ServerPair } from './server-pair.ts';

describe('The server and the configuration file', () => {
  let folder: string;
  let pair: ServerPair;
  let note: string;
  let configuration: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'supervision-lens-'));
    note = pathToFileURL(join(folder, 'note.md')).toString();
    configuration = pathToFileURL(join(folder, '.supervision-lens.yaml')).toString();
  });
  afterEach(() => {
    pair.dispose();
    rmSync(folder, { recursive: true, force: true });
  });

  const pull = async (uri: string): Promise<Diagnostic[]> => {
    const report = await pair.client.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
      textDocument: { uri },
    });
    return 'items' in report ? report.items : [];
  };
  const rulesIn = async (uri: string): Promise<unknown[]> => (await pull(uri)).map(({ code }) => code);

  it('heeds the file on disk, and what is typed in it before it is saved', async () => {
    writeFileSync(join(folder, '.supervision-lens.yaml'), '\uFEFFrules:\n  purely-managed: off\n');
    pair = await startPair(fullClient, {}, [pathToFileURL(folder).toString()]);
    await pair.open(note, managedNoteWithPlace);
    assert.deepEqual(await rulesIn(note), []);
    await pair.open(configuration, 'rules:\n  purely-managed: warning\n', 'yaml');
    assert.deepEqual(
      (await pull(note)).map(({ severity }) => severity),
      [2],
    );
    assert.ok(pair.refreshes() > 0);
  });

  it('says in the file itself what is wrong with it, and keeps the last one that worked in force', async () => {
    pair = await startPair(fullClient);
    await pair.open(note, managedNoteWithPlace);
    await pair.open(configuration, 'rules:\n  purely-managed: off\n', 'yaml');
    assert.deepEqual(await rulesIn(note), []);
    await pair.change(configuration, 'rules:\n  purely-manged: off\n', 2);
    assert.deepEqual(await rulesIn(configuration), ['config-invalid']);
    assert.deepEqual(await rulesIn(note), []);
  });

  it('pushes what is wrong with it to a client that does not ask', async () => {
    pair = await startPair(plainClient);
    const push = pair.nextPush(configuration);
    await pair.open(configuration, 'rules:\n  purely-manged: off\n', 'yaml');
    assert.deepEqual(
      (await push).diagnostics.map(({ code }) => code),
      ['config-invalid'],
    );
  });

  it('completes settings, rules, severities and thresholds', async () => {
    pair = await startPair(fullClient);
    await pair.open(
      configuration,
      '\nrules:\n  \n  purely-managed:\n    \n  one-owner: \ncues:\n  \n',
      'yaml',
    );
    const complete = async (line: number, character: number): Promise<string[]> => {
      const position = { line, character };
      const items = await pair.client.sendRequest<CompletionItem[]>('textDocument/completion', {
        textDocument: { uri: configuration },
        position,
      });
      return items.map(({ label }) => label);
    };
    assert.deepEqual(await complete(0, 0), [
      'rules',
      'cues',
      'runs',
      'templates',
      'confidentiality',
      'nation',
    ]);
    assert.ok((await complete(2, 2)).includes('missing-culture'));
    assert.deepEqual(await complete(4, 4), ['severity', 'managed', 'others']);
    assert.deepEqual(await complete(5, 13), ['off', 'hint', 'information', 'warning', 'error']);
    assert.deepEqual(await complete(7, 2), ['professional', 'managed', 'humanistic', 'democratic']);
  });

  it('makes the file where there is none when a rule is switched off for the folder', async () => {
    pair = await startPair(fullClient, {}, [pathToFileURL(folder).toString()]);
    await pair.open(note, managedNoteWithPlace);
    const at = { line: 7, character: 3 };
    const actions = await pair.client.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: note },
      range: { start: at, end: at },
      context: { diagnostics: [] },
    });
    const off = actions.find(({ title }) => title.includes('in this folder'));
    assert.ok(off !== undefined);
    const { edit } = await pair.client.sendRequest<CodeAction>('codeAction/resolve', off);
    assert.deepEqual(
      edit?.documentChanges?.map((change) =>
        'kind' in change
          ? [change.kind, 'uri' in change ? change.uri : '']
          : change.edits.map((each) => ('newText' in each ? each.newText : '')),
      ),
      [['create', configuration], ['rules:\n  purely-managed: off\n']],
    );
  });
});
