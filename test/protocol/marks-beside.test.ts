import assert from 'node:assert/strict';
import type {
  ClientCapabilities,
  CodeAction,
  TextDocumentEdit,
  TextEdit,
} from 'vscode-languageserver-protocol';
import {
  foldedActionKinds,
  culturesRequest,
  tagPassageRequest,
  type CulturesResult,
  type TagPassageResult,
} from '../../server/src/protocol.ts';
import { createMemoryFiles } from '../helpers/memory-files.ts';
import { fullClient, startPair, type ServerPair } from './server-pair.ts';

const uri = 'file:///notes/a.md';
const sidecar = `${uri}.annotations.json`;
const text =
  '# Supervision RP 10.04.24\n\n- She laughed. #humanistic\n- Referral due Friday, caseload review overdue, targets missed.\n';
const watching: ClientCapabilities = {
  ...fullClient,
  workspace: { ...fullClient.workspace, didChangeWatchedFiles: { dynamicRegistration: true } },
};

describe('Marks beside a record', () => {
  let pair: ServerPair;
  afterEach(() => pair.dispose());
  const memory = createMemoryFiles();
  const start = async (marks: 'text' | 'sidecar', record = text): Promise<void> => {
    memory.files.clear();
    memory.files.set(uri, record);
    pair = await startPair(watching, { hasCommands: true }, ['file:///notes'], {
      platform: memory.platform,
      prepare: (client) => client.onRequest('client/registerCapability', () => null),
    });
    pair.settings['marks'] = marks;
    await pair.open(uri, record);
  };
  const tag = (line: number, label: string): Promise<TagPassageResult> =>
    pair.client.sendRequest(tagPassageRequest, { uri, position: { line, character: 4 }, label });
  const cultures = async (): Promise<(readonly [string, string])[]> => {
    const { passages } = await pair.client.sendRequest<CulturesResult>(culturesRequest, { uri });
    return passages.map(({ culture, origin }) => [culture, origin]);
  };
  /** Writes what an edit makes of the file, as a client does, and tells the server. */
  const keep = async (newText: string): Promise<void> => {
    memory.files.set(sidecar, newText);
    await pair.client.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: sidecar, type: 2 }],
    });
  };
  const choose = async (line: number, title: RegExp, character = 4, only?: string[]): Promise<CodeAction> => {
    const place = { line, character };
    const actions = await pair.client.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: place, end: place },
      context: { diagnostics: [], ...(only !== undefined && { only }) },
    });
    const action = actions.find((each) => title.test(each.title));
    assert.ok(action, actions.map((each) => each.title).join('\n'));
    return pair.client.sendRequest<CodeAction>('codeAction/resolve', action);
  };
  const newTextOf = (edit: CodeAction['edit']): string =>
    ((edit?.documentChanges?.at(-1) as TextDocumentEdit).edits[0] as TextEdit).newText;

  it('are written there by the writer’s own tag, and read at once', async () => {
    await start('sidecar');
    const { outcome, changes } = await tag(3, 'democratic');
    assert.equal(outcome, 'edit');
    assert.deepEqual(
      changes.map((change) => [change.uri, change.isNew, change.version]),
      [[sidecar, true, null]],
    );
    const refreshed = pair.nextRefresh();
    await keep(changes[0]?.edits[0]?.newText ?? '');
    await refreshed;
    assert.deepEqual(await cultures(), [
      ['humanistic', 'tag'],
      ['democratic', 'tag'],
    ]);
    assert.equal((await tag(3, 'democratic')).outcome, 'same-already');
  });

  it('take the place of a tag in the text, both in one step', async () => {
    await start('sidecar');
    const { changes } = await tag(2, 'professional');
    assert.deepEqual(
      changes.map((change) => change.uri),
      [uri, sidecar],
    );
    assert.equal(changes[0]?.edits[0]?.newText, '');
    // And the other way round, once the setting is for the text again.
    const plain = text.replace(' #humanistic', '');
    await pair.change(uri, plain, 2);
    await keep(changes[1]?.edits[0]?.newText ?? '');
    assert.deepEqual((await cultures())[0], ['professional', 'tag']);
    pair.settings['marks'] = 'text';
    await pair.client.sendNotification('workspace/didChangeConfiguration', { settings: {} });
    const back = await tag(2, 'humanistic');
    assert.equal(back.changes[0]?.edits[0]?.newText, ' #humanistic');
    assert.doesNotMatch(back.changes[1]?.edits[0]?.newText ?? 'professional', /professional/);
  });

  it('are written by code actions, which make the file and have it saved', async () => {
    await start('sidecar');
    const bring = await choose(3, /^Bring this/);
    assert.deepEqual(bring.edit?.documentChanges?.[0], {
      ...{ kind: 'create', uri: sidecar, options: { ignoreIfExists: true } },
    });
    assert.deepEqual(
      [bring.command?.command, bring.command?.arguments],
      ['supervisionLens.keepMarks', [sidecar]],
    );
    await keep(newTextOf(bring.edit));
    const off = await choose(3, /^Don't bring this/);
    assert.doesNotMatch(newTextOf(off.edit), /bring/);
    assert.equal(off.edit?.documentChanges?.length, 1);
  });

  it('switch a rule off in the record, and on again at its title', async () => {
    await start('sidecar', '# Supervision RP 10.04.24\n\nWe met. #manged\n');
    const off = await choose(2, /^Don't ask in this file: A tag/, 10, [foldedActionKinds.switchOff]);
    assert.match(newTextOf(off.edit), /supervision-lens-disable-file unknown-tag/);
    await keep(newTextOf(off.edit));
    const on = await choose(0, /^Ask in this file again: A tag/, 4, [foldedActionKinds.switchOff]);
    assert.doesNotMatch(newTextOf(on.edit), /disable-file/);
  });

  it('never quote what is limited', async () => {
    await start('sidecar', `${text}\n## Not for the file\n\nThe zebra was late.\n`);
    const { outcome, message, changes } = await tag(7, 'democratic');
    assert.deepEqual([outcome, changes], ['refused', []]);
    assert.match(message ?? '', /limited/);
    await assert.rejects(choose(7, /^Bring this/));
  });

  it('are never written over a file that can’t be read', async () => {
    await start('sidecar');
    await keep('{ "items": [1,] }');
    const { outcome, message } = await tag(3, 'democratic');
    assert.equal(outcome, 'refused');
    assert.match(message ?? '', /a\.md\.annotations\.json.*1:15/);
  });
});
