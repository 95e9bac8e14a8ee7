import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import type { CodeAction } from 'vscode-languageserver-protocol';
import { foldedActionKinds } from '../../server/src/protocol.ts';
import { managedNote } from '../../server/src/balance/rules/example-notes.ts';
import { fullClient, startPair, type ServerPair } from './server-pair.ts';

const uri = 'file:///notes/a.md';

describe('The light bulb', () => {
  let pair: ServerPair;
  afterEach(() => pair.dispose());

  const actions = async (words: string, only?: string[]): Promise<CodeAction[]> => {
    const lines = managedNote.split('\n');
    const line = lines.findIndex((each) => each.includes(words));
    assert.ok(line >= 0, words);
    const place = { line, character: lines[line]!.indexOf(words) };
    const context = { diagnostics: [], ...(only === undefined ? {} : { only }) };
    const params = { textDocument: { uri }, range: { start: place, end: place }, context };
    return (await pair.client.sendRequest<CodeAction[] | null>('textDocument/codeAction', params)) ?? [];
  };
  const ofKind = (offered: readonly CodeAction[], kind: string): CodeAction[] =>
    offered.filter((each) => each.kind === kind && each.command === undefined);

  it('keeps switches and tags behind one entry each, where the client has a list for them', async () => {
    pair = await startPair(fullClient, { hasCommands: true });
    await pair.open(uri, managedNote);
    const onTitle = await actions('Supervision, 4');
    assert.equal(onTitle.filter(({ title }) => title === 'Not this…').length, 1);
    assert.deepEqual(ofKind(onTitle, foldedActionKinds.switchOff), []);
    const onPassage = await actions('K children: co');
    assert.deepEqual(ofKind(onPassage, foldedActionKinds.tag), []);
    const say = onPassage.find(({ title }) => title === 'Say what this passage is about…');
    assert.equal(say?.command?.command, 'supervisionLens.overrule');
    assert.ok(!onPassage.some(({ title }) => title === 'Not this…'), 'nothing is asked there');
  });

  it('has nothing to switch off among refactorings, and says so once among quick fixes', async () => {
    pair = await startPair(fullClient, { hasCommands: true });
    await pair.open(uri, managedNote);
    const fixes = await actions('Supervision, 4', ['quickfix']);
    assert.equal(fixes.filter(({ title }) => title === 'Not this…').length, 1);
    assert.ok(!(await actions('Supervision, 4', ['refactor'])).some(({ title }) => title === 'Not this…'));
  });

  it('gives each of them to whoever asks for the kind, and it can be taken', async () => {
    pair = await startPair(fullClient, { hasCommands: true });
    await pair.open(uri, managedNote);
    const off = await actions('Supervision, 4', [foldedActionKinds.switchOff]);
    assert.equal(off.filter(({ title }) => title.startsWith("Don't ask in this file")).length, 2);
    assert.equal(off.filter(({ title }) => title.startsWith("Don't ask in this folder")).length, 2);
    const file = off.find(({ title }) => title.includes('Nearly all of it is about the work'));
    const resolved = await pair.client.sendRequest<CodeAction>('codeAction/resolve', file);
    assert.match(JSON.stringify(resolved.edit), /supervision-lens-disable-file purely-managed/);
    for (const only of [foldedActionKinds.tag, 'refactor.rewrite', 'refactor'])
      assert.equal(ofKind(await actions('K children: co', [only]), foldedActionKinds.tag).length, 5, only);
  });

  it('keeps the whole list for editors without our commands', async () => {
    pair = await startPair(fullClient);
    await pair.open(uri, managedNote);
    assert.equal(ofKind(await actions('K children: co'), foldedActionKinds.tag).length, 5);
    assert.equal(ofKind(await actions('Supervision, 4'), foldedActionKinds.switchOff).length, 4);
  });
});
