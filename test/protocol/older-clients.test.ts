import assert from 'node:assert/strict';
import type {
  ApplyWorkspaceEditParams,
  ClientCapabilities,
  CodeAction,
  Command,
  DocumentDiagnosticReport,
  ResponseError,
} from 'vscode-languageserver-protocol';
import { LSPErrorCodes } from 'vscode-languageserver-protocol';
import { applyAction } from '../helpers/apply-edit.ts';
import { createMemoryFiles } from '../helpers/memory-files.ts';
import { testAnalyser } from '../helpers/knowledge.ts';
import { managedNoteWithPlace } from '../helpers/notes.ts';
import { fullClient, plainClient, startPair, type ServerPair } from './server-pair.ts';

const uri = 'file:///notes/Supervision.md';
const configuration = 'file:///notes/.supervision-lens.yaml';
const title = { start: { line: 7, character: 2 }, end: { line: 7, character: 2 } };
/** What the server may ask of a client that can do it. */
const asked = [
  'workspace/configuration',
  'workspace/diagnostic/refresh',
  'workspace/codeLens/refresh',
  'workspace/inlayHint/refresh',
  'client/registerCapability',
  'window/workDoneProgress/create',
];
const literals = { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } };

describe('A client that knows less of the protocol', () => {
  let pair: ServerPair;
  let requests: string[];
  let applied: ApplyWorkspaceEditParams[];
  afterEach(() => pair.dispose());

  const start = async (
    capabilities: ClientCapabilities,
    files: readonly (readonly [string, string])[] = [],
  ): Promise<void> => {
    requests = [];
    applied = [];
    pair = await startPair(capabilities, {}, ['file:///notes'], {
      platform: createMemoryFiles(files).platform,
      prepare(client) {
        for (const method of asked)
          client.onRequest(method, () => {
            requests.push(method);
            return null;
          });
        client.onRequest('workspace/applyEdit', (params: ApplyWorkspaceEditParams) => {
          applied.push(params);
          return { applied: true };
        });
      },
    });
    await pair.open(uri, managedNoteWithPlace);
  };
  const ask = async <T>(): Promise<T[]> =>
    (await pair.client.sendRequest<T[] | null>('textDocument/codeAction', {
      textDocument: { uri },
      range: title,
      context: { diagnostics: [] },
    })) ?? [];

  it('gets plain changes where it knows no versioned edits', async () => {
    await start(
      {
        workspace: { workspaceEdit: {} },
        textDocument: {
          codeAction: { ...literals, resolveSupport: { properties: ['edit'] }, dataSupport: true },
        },
      },
      [[configuration, '# Ours\n']],
    );
    const actions = await ask<CodeAction>();
    assert.ok(actions.length > 4);
    for (const action of actions) {
      assert.equal(action.edit, undefined);
      const { edit } = await pair.client.sendRequest<CodeAction>('codeAction/resolve', action);
      assert.equal(edit?.documentChanges, undefined, action.title);
      assert.ok(Object.keys(edit?.changes ?? {}).length === 1, action.title);
    }
    const everywhere = actions.find((action) => action.title.includes('in this folder'));
    const { edit } = await pair.client.sendRequest<CodeAction>('codeAction/resolve', everywhere);
    assert.match(edit?.changes?.[configuration]?.[0]?.newText ?? '', /^# Ours\n[\s\S]*purely-managed: off/);
  });

  it('gets its edits at once where it does not resolve, or does not give back what it was given', async () => {
    for (const codeAction of [literals, { ...literals, resolveSupport: { properties: ['edit'] } }]) {
      await start({ textDocument: { codeAction } });
      const provider = pair.initialized.capabilities.codeActionProvider;
      assert.equal(typeof provider === 'object' && provider.resolveProvider, false);
      const actions = await ask<CodeAction>();
      assert.ok(actions.length > 4);
      for (const { title: name, edit, data } of actions) {
        assert.ok(edit?.changes?.[uri] !== undefined, name);
        assert.equal(data, undefined);
      }
      assert.match(
        applyAction(uri, managedNoteWithPlace, actions[0]!),
        /> \*\*To think about:\*\* .* <!-- supervision-lens-prompt: [a-z-]+ -->\n/,
      );
      // A file can't be made by plain changes.
      assert.ok(!actions.some((action) => action.title.includes('in this folder')));
      pair.dispose();
    }
  });

  it('gets commands where it takes no code actions, and the server applies the edit', async () => {
    await start({ workspace: { applyEdit: true } });
    assert.equal(pair.initialized.capabilities.codeActionProvider, true);
    const known = pair.initialized.capabilities.executeCommandProvider?.commands ?? [];
    const commands = await ask<Command>();
    assert.ok(commands.length > 4);
    for (const given of commands) {
      assert.deepEqual(Object.keys(given).sort(), ['arguments', 'command', 'title']);
      assert.ok(known.includes(given.command));
    }
    const [first] = commands;
    const { command, arguments: values } = first!;
    assert.equal(
      await pair.client.sendRequest('workspace/executeCommand', { command, arguments: values }),
      null,
    );
    assert.equal(applied.length, 1);
    assert.equal(applied[0]!.label, first!.title);
    const text = applyAction(uri, managedNoteWithPlace, { title: '', edit: applied[0]!.edit });
    assert.equal(testAnalyser().analyse(text).record.prompts.length, 1);

    await pair.change(uri, text, 2);
    const late = await pair.client
      .sendRequest('workspace/executeCommand', { command, arguments: values })
      .then(
        () => undefined,
        (error: unknown) => (error as ResponseError).code,
      );
    assert.equal(late, LSPErrorCodes.ContentModified);
    for (const wrong of [undefined, [], [7], [{ title: 'x', data: { uri: 7 } }]])
      await pair.client.sendRequest('workspace/executeCommand', { command, arguments: wrong });
    await pair.client.sendRequest('workspace/executeCommand', { command: 'x', arguments: values });
    assert.equal(applied.length, 1);
  });

  it('is offered nothing where it can be given neither actions nor edits', async () => {
    await start(plainClient);
    assert.equal(pair.initialized.capabilities.codeActionProvider, undefined);
    assert.equal(pair.initialized.capabilities.executeCommandProvider, undefined);
    assert.deepEqual(await ask(), []);
  });

  it('announces no command to a client that takes code actions: two servers can not have the same', async () => {
    await start(fullClient);
    assert.equal(pair.initialized.capabilities.executeCommandProvider, undefined);
  });

  it('is pushed to, with the version of each text, and without what it does not take', async () => {
    await start(plainClient);
    if (pair.pushes.length === 0) await pair.nextPush(uri);
    const pushed = pair.nextPush(uri);
    await pair.change(uri, `${managedNoteWithPlace}\nMore.\n`, 7);
    const { version, diagnostics } = await pushed;
    assert.equal(version, 7);
    assert.equal(diagnostics.length, 1);
    assert.equal(diagnostics[0]!.relatedInformation, undefined);
    assert.equal(diagnostics[0]!.codeDescription, undefined);
  });

  it('is asked for nothing that it can not do: settings, refreshes, progress, watching', async () => {
    await start(plainClient, [[configuration, '']]);
    await pair.client.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await pair.client.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: configuration, type: 2 }],
    });
    await pair.client.sendNotification('workspace/didChangeConfiguration', {
      settings: { supervisionLens: { codeLens: false } },
    });
    await pair.client.sendRequest('textDocument/hover', { textDocument: { uri }, position: title.start });
    assert.deepEqual(requests, []);
  });

  it('may pull without being asked to ask again', async () => {
    await start({ textDocument: { diagnostic: {} } }, [[configuration, 'rules:\n  purely-managed: off\n']]);
    const pull = async (): Promise<number> => {
      const report = await pair.client.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
        textDocument: { uri },
      });
      return 'items' in report ? report.items.length : -1;
    };
    assert.equal(await pull(), 0);
    await pair.client.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: configuration, type: 2 }],
    });
    assert.equal(await pull(), 0);
    assert.deepEqual(pair.pushes, []);
    assert.deepEqual(requests, []);
  });
});
