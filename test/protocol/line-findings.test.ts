import assert from 'node:assert/strict';
import type {
  ClientCapabilities,
  CodeAction,
  PublishDiagnosticsParams,
} from 'vscode-languageserver-protocol';
import { managedNoteWithPlace } from '../helpers/notes.ts';
import { plainClient, startPair, type ServerPair } from './server-pair.ts';

const uri = 'file:///notes/a.md';
const withLiterals: ClientCapabilities = {
  ...plainClient,
  textDocument: { codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [''] } } } },
};

describe('A client that asks at the start of a line', () => {
  let pair: ServerPair;
  let pushed: PublishDiagnosticsParams;
  beforeEach(async () => {
    pair = await startPair(withLiterals);
    const push = pair.nextPush(uri);
    await pair.open(uri, managedNoteWithPlace);
    pushed = await push;
  });
  afterEach(() => pair.dispose());

  const titlesAt = async (line: number): Promise<string[]> => {
    const at = { line, character: 0 };
    const actions = await pair.client.sendRequest<CodeAction[] | null>('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: at, end: at },
      context: { diagnostics: pushed.diagnostics },
    });
    return (actions ?? []).map(({ title }) => title);
  };

  it('is offered what answers the finding of that line, which it names', async () => {
    assert.ok((await titlesAt(7)).some((title) => title.startsWith('Insert a prompt')));
  });

  it('is not offered what answers a finding of another line', async () => {
    assert.ok(!(await titlesAt(0)).some((title) => title.startsWith('Insert a prompt')));
  });
});
