import assert from 'node:assert/strict';
import {
  CancellationTokenSource,
  LSPErrorCodes,
  type CodeLens,
  type DocumentDiagnosticReport,
  type ResponseError,
} from 'vscode-languageserver-protocol';
import { managedNoteWithPlace } from '../helpers/notes.ts';
import { fullClient, plainClient, startPair, type ServerPair } from './server-pair.ts';

const uri = 'untitled:Supervision.md';
const place = { textDocument: { uri }, position: { line: 8, character: 3 } };
const shopping = '# Shopping\n\n- Bread\n';

describe('Messages that come late, twice or not at all', () => {
  let pair: ServerPair;
  afterEach(() => pair.dispose());

  const errorOf = (answer: Promise<unknown>): Promise<number | undefined> =>
    answer.then(
      () => undefined,
      (error: unknown) => (error as ResponseError).code,
    );
  const findings = async (): Promise<unknown[]> => {
    const report = await pair.client.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
      textDocument: { uri },
    });
    return 'items' in report ? report.items.map(({ code }) => code) : [];
  };
  const lenses = (): Promise<CodeLens[] | null> =>
    pair.client.sendRequest('textDocument/codeLens', { textDocument: { uri } });
  const change = (version: number | null, contentChanges: readonly unknown[]): Promise<void> =>
    pair.client.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges,
    });
  const insertAtTop = (newText: string): unknown => ({
    range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
    text: newText,
  });

  for (const [method, params] of [
    ['textDocument/hover', place],
    ['textDocument/completion', place],
    ['textDocument/codeLens', { textDocument: { uri } }],
    ['textDocument/documentLink', { textDocument: { uri } }],
    ['textDocument/diagnostic', { textDocument: { uri } }],
    ['workspace/symbol', { query: '' }],
    [
      'textDocument/codeAction',
      {
        textDocument: { uri },
        range: { start: place.position, end: place.position },
        context: { diagnostics: [] },
      },
    ],
  ] as const)
    it(`answers a cancelled ${method} with RequestCancelled, and the next one as ever`, async () => {
      pair = await startPair(fullClient);
      await pair.open(uri, managedNoteWithPlace);
      const source = new CancellationTokenSource();
      const answer = errorOf(pair.client.sendRequest(method, params, source.token));
      source.cancel();
      assert.equal(await answer, LSPErrorCodes.RequestCancelled);
      assert.equal(await errorOf(pair.client.sendRequest(method, params)), undefined);
      assert.deepEqual(pair.logs, []);
    });

  it('survives a cancellation of what was answered already, or never asked', async () => {
    pair = await startPair(fullClient);
    await pair.open(uri, managedNoteWithPlace);
    await lenses();
    for (const id of [0, 1, 2, 77, 'x']) await pair.client.sendNotification('$/cancelRequest', { id });
    assert.deepEqual(await findings(), ['purely-managed']);
  });

  it('answers a question about a place with ContentModified where the text changes meanwhile', async () => {
    pair = await startPair(fullClient);
    await pair.open(uri, managedNoteWithPlace);
    const answer = errorOf(pair.client.sendRequest('textDocument/hover', place));
    const whole = lenses();
    await pair.change(uri, shopping, 2);
    assert.equal(await answer, LSPErrorCodes.ContentModified);
    assert.equal(await whole, null, 'a question about the whole is answered from the newest text');
  });

  it('takes a second opening for the newest text, under the same version too', async () => {
    pair = await startPair(plainClient);
    await pair.open(uri, managedNoteWithPlace);
    assert.notEqual(await lenses(), null);
    const pushed = pair.nextPush(uri);
    await pair.open(uri, shopping);
    assert.equal(await lenses(), null);
    assert.deepEqual((await pushed).diagnostics, []);
    await pair.open(uri, managedNoteWithPlace);
    assert.notEqual(await lenses(), null);
    await pair.client.sendNotification('textDocument/didClose', { textDocument: { uri } });
    assert.equal(await lenses(), null, 'one closing closes it');
  });

  it('does nothing about changes and closings of what is not open', async () => {
    pair = await startPair(plainClient);
    await change(2, [{ text: managedNoteWithPlace }]);
    await pair.client.sendNotification('textDocument/didClose', { textDocument: { uri } });
    await pair.client.sendNotification('textDocument/didSave', { textDocument: { uri } });
    assert.equal(await lenses(), null);
    assert.deepEqual(pair.pushes, []);
    await pair.open(uri, managedNoteWithPlace);
    assert.notEqual(await lenses(), null);
    const cleared = pair.nextPush(uri);
    await pair.client.sendNotification('textDocument/didClose', { textDocument: { uri } });
    await cleared;
    const before = pair.pushes.length;
    await pair.client.sendNotification('textDocument/didClose', { textDocument: { uri } });
    assert.equal(await lenses(), null);
    assert.equal(pair.pushes.length, before);
    assert.deepEqual(pair.logs, []);
  });

  it('leaves out a change that came before, and one with an older version', async () => {
    pair = await startPair(fullClient);
    await pair.open(uri, managedNoteWithPlace);
    const more = insertAtTop('Bread.\n\n');
    // Taken twice, or out of turn, the text would be another once they are taken away again.
    await change(5, [more]);
    await change(5, [more]);
    await change(4, [{ text: shopping }]);
    await change(6, [
      { range: { start: { line: 0, character: 0 }, end: { line: 2, character: 0 } }, text: '' },
    ]);
    assert.deepEqual(await findings(), ['purely-managed']);
    const [first] = (await lenses()) ?? [];
    assert.equal(first?.range.start.line, 7);
  });

  it('takes whole texts from a client that does not count', async () => {
    pair = await startPair(fullClient);
    await pair.open(uri, shopping);
    await change(1, [{ text: managedNoteWithPlace }]);
    assert.deepEqual(await findings(), ['purely-managed']);
    await change(null, [{ text: shopping }]);
    assert.deepEqual(await findings(), []);
    await change(null, [{ text: managedNoteWithPlace }]);
    assert.deepEqual(await findings(), ['purely-managed']);
    assert.deepEqual(pair.logs, []);
  });

  it('takes several changes of one message in their order, and places beyond the end as the end', async () => {
    pair = await startPair(fullClient);
    await pair.open(uri, shopping);
    const everything = { start: { line: 0, character: 0 }, end: { line: 9_999, character: 9_999 } };
    await change(2, [
      { range: everything, text: 'x' },
      { range: everything, text: managedNoteWithPlace },
    ]);
    assert.deepEqual(await findings(), ['purely-managed']);
  });
});
