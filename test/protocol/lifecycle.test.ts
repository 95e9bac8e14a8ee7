import assert from 'node:assert/strict';
import { ErrorCodes, type ResponseError } from 'vscode-languageserver-protocol';
import { managedNoteWithPlace } from '../helpers/notes.ts';
import { connectPair, plainClient, startPair, type ConnectedPair } from './server-pair.ts';

const uri = 'untitled:Supervision.md';
const hover = { textDocument: { uri }, position: { line: 7, character: 3 } };
const initialize = { processId: null, rootUri: null, capabilities: plainClient };

describe('The life of a server', () => {
  let pair: ConnectedPair;
  afterEach(() => pair.dispose());

  const refusal = async (method: string, params: unknown): Promise<number | undefined> =>
    pair.client.sendRequest(method, params).then(
      () => undefined,
      (error: unknown) => (error as ResponseError).code,
    );

  it('refuses requests before it is initialized, those that nobody knows too, and goes on', async () => {
    pair = connectPair();
    assert.equal(await refusal('textDocument/hover', hover), ErrorCodes.ServerNotInitialized);
    assert.equal(await refusal('nobody/knows', {}), ErrorCodes.ServerNotInitialized);
    assert.equal(await refusal('shutdown', undefined), ErrorCodes.ServerNotInitialized);
    assert.equal(await refusal('initialize', initialize), undefined);
    assert.equal(await refusal('nobody/knows', {}), ErrorCodes.MethodNotFound);
  });

  it('takes no notification before it is initialized', async () => {
    pair = connectPair();
    const textDocument = { uri, languageId: 'markdown', version: 1, text: managedNoteWithPlace };
    await pair.client.sendNotification('textDocument/didOpen', { textDocument });
    await pair.client.sendRequest('initialize', initialize);
    await pair.client.sendNotification('initialized', {});
    assert.equal(await pair.client.sendRequest('textDocument/hover', hover), null);
    await pair.client.sendNotification('textDocument/didOpen', { textDocument });
    assert.notEqual(await pair.client.sendRequest('textDocument/codeLens', { textDocument }), null);
  });

  it('is initialized once', async () => {
    pair = await startPair();
    assert.equal(await refusal('initialize', initialize), ErrorCodes.InvalidRequest);
    assert.equal(await refusal('textDocument/hover', hover), undefined);
  });

  it('refuses requests once it was shut down, a second shutdown too, and takes in nothing more', async () => {
    const started = await startPair(plainClient);
    pair = started;
    await started.open(uri, managedNoteWithPlace);
    assert.equal(await pair.client.sendRequest('shutdown'), null);
    const pushes = started.pushes.length;
    await started.change(uri, '# Shopping\n', 2);
    assert.equal(await refusal('textDocument/hover', hover), ErrorCodes.InvalidRequest);
    assert.equal(await refusal('shutdown', undefined), ErrorCodes.InvalidRequest);
    assert.equal(await refusal('initialize', initialize), ErrorCodes.InvalidRequest);
    assert.ok(started.pushes.slice(pushes).every(({ version }) => version === 1));
  });
});
