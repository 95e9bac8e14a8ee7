import assert from 'node:assert/strict';
import type { CodeAction, Diagnostic, DocumentDiagnosticReport } from 'vscode-languageserver-protocol';
import { runRequest } from '../../server/src/protocol.ts';
import { applyAction } from '../helpers/apply-edit.ts';
import { createMemoryFiles } from '../helpers/memory-files.ts';
import { fullClient, startPair, type ServerPair } from './server-pair.ts';

const folder = 'file:///notes';
const privateUri = `${folder}/.supervision-lens.private.yaml`;
const asks = {
  ...fullClient,
  workspace: {
    ...fullClient.workspace,
    workspaceEdit: {
      documentChanges: true,
      resourceOperations: ['create' as const],
      changeAnnotationSupport: { groupsOnLabel: true },
    },
  },
};
const note = (day: number, body: string): string =>
  `---\ntype: supervision\ndate: 2025-0${day}-04\nsupervisor: KL\nsupervisee: T.\n---\n\n# Supervision ${day}\n\n${body}\n`;
const first = note(1, 'T. spoke of Zofia Kowalczyk and how Zofia had cried.');
const second = note(2, 'T. said that Zofia rang. Wren is a bird.');

describe('The private file over the protocol', () => {
  let pair: ServerPair;
  afterEach(() => pair.dispose());

  const start = async (key?: string): Promise<string> => {
    const files: [string, string][] = [
      [`${folder}/1.md`, first],
      [`${folder}/2.md`, second],
    ];
    if (key !== undefined) files.push([privateUri, key]);
    const options = { listsRecords: true, hasCommands: true, findsFiles: true, readsFiles: true };
    const { platform } = createMemoryFiles(files);
    pair = await startPair(asks, options, [folder], { platform });
    pair.settings['findings'] = { shown: 50 };
    const uri = `${folder}/2.md`;
    await pair.client.sendRequest(runRequest, { uri });
    await pair.open(uri, second);
    return uri;
  };
  const pull = async (uri: string): Promise<Diagnostic[]> => {
    const report = await pair.client.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
      textDocument: { uri },
    });
    return 'items' in report ? report.items : [];
  };
  const offered = async (uri: string, code = 'identifier-name'): Promise<CodeAction[]> => {
    const diagnostic = (await pull(uri)).find((each) => each.code === code);
    assert.ok(diagnostic !== undefined);
    return (
      (await pair.client.sendRequest<CodeAction[] | null>('textDocument/codeAction', {
        textDocument: { uri },
        range: diagnostic.range,
        context: { diagnostics: [diagnostic] },
      })) ?? []
    );
  };
  const resolve = (action: CodeAction | undefined): Promise<CodeAction> =>
    pair.client.sendRequest<CodeAction>('codeAction/resolve', action);

  it('gives a person one pseudonym in all records of a run, as one edit to look through', async () => {
    const uri = await start();
    const chosen = (await offered(uri)).find(({ title }) => title.includes('all records of this run'));
    const { edit } = await resolve(chosen);
    const changes = edit?.documentChanges ?? [];
    assert.equal(changes.length, 2);
    const [annotation] = Object.values(edit?.changeAnnotations ?? {});
    assert.equal(annotation?.needsConfirmation, true);
    for (const [each, text] of [
      [`${folder}/1.md`, first],
      [uri, second],
    ] as const) {
      const after = applyAction(each, text, { title: '', edit: edit! });
      assert.doesNotMatch(after, /Zofia|Kowalczyk/);
      assert.match(after, /Ash/);
    }
  });

  it('remembers a person, and from then on offers and heeds what stands for them', async () => {
    const uri = await start();
    const chosen = (await offered(uri)).find(({ title }) => title.includes('Remember in your private file'));
    const { edit, command } = await resolve(chosen);
    assert.equal(command?.command, 'supervisionLens.keepFromGit');
    const [create, write] = edit?.documentChanges ?? [];
    assert.deepEqual(create, { kind: 'create', uri: privateUri });
    assert.ok(write !== undefined && 'edits' in write);
    const made = write.edits[0];
    assert.ok(made !== undefined && 'newText' in made);
    const refreshed = pair.nextRefresh();
    await pair.open(privateUri, made.newText, 'yaml');
    await refreshed;
    assert.deepEqual(await pull(privateUri), []);
    const [fix, ...others] = await offered(uri);
    assert.match(fix?.title ?? '', /“Ash” for this person, here and everywhere/);
    assert.ok(!others.some(({ title }) => title.includes('Remember')));
    assert.doesNotMatch(applyAction(uri, second, await resolve(fix)), /Zofia/);
  });

  it('is extended where it is there, and left alone where it can’t be read', async () => {
    const uri = await start('# mine\npeople:\n  - names: Tom\n    called: Ash\n');
    const chosen = (await offered(uri)).find(({ title }) => title.includes('Remember in your private file'));
    const { edit } = await resolve(chosen);
    const after = applyAction(privateUri, '# mine\npeople:\n  - names: Tom\n    called: Ash\n', {
      title: '',
      edit: edit!,
    });
    assert.match(after, /^# mine\n/);
    assert.match(after, /Tom[\s\S]*Zofia/);
    await pair.open(privateUri, 'people: [\n', 'yaml');
    const again = (await offered(uri)).find(({ title }) => title.includes('Remember in your private file'));
    assert.equal((await resolve(again)).edit, undefined);
  });

  it('says what is wrong in it without a word of it, and the last good one stays in force', async () => {
    const uri = await start('people:\n  - names: Zofia\n    called: Wren\n');
    assert.match((await offered(uri))[0]?.title ?? '', /“Wren”/);
    await pair.open(privateUri, 'Zofia: Wren\n', 'yaml');
    const [problem] = await pull(privateUri);
    assert.equal(problem?.code, 'config-invalid');
    assert.doesNotMatch(JSON.stringify(problem), /Zofia|Wren/);
    assert.match((await offered(uri))[0]?.title ?? '', /“Wren”/);
  });

  it('completes its settings', async () => {
    await start();
    await pair.open(privateUri, 'people:\n  - names: Zofia\n    \n    called: \n', 'yaml');
    const complete = async (line: number, character: number): Promise<string[]> => {
      const items = await pair.client.sendRequest<{ label: string }[]>('textDocument/completion', {
        textDocument: { uri: privateUri },
        position: { line, character },
      });
      return items.map(({ label }) => label);
    };
    assert.deepEqual(await complete(2, 4), ['names', 'called', 'also']);
    assert.deepEqual(await complete(3, 12), ['Ash']);
  });
});
