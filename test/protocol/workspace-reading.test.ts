import assert from 'node:assert/strict';
import type { Hover } from 'vscode-languageserver-protocol';
import { recordsRequest, runRequest, type RecordsResult, type RunResult } from '../../server/src/protocol.ts';
import { createMemoryFiles } from '../helpers/memory-files.ts';
import { fullClient, startPair, type ServerPair } from './server-pair.ts';

const root = 'file:///notes';
const client = { ...fullClient, window: { workDoneProgress: true } };
const note = (index: number): string =>
  `---\ntype: supervision\ndate: 2025-01-${String((index % 28) + 1).padStart(2, '0')}\nsupervisee: P${index % 1000}\n---\n\n# Supervision\n\nWe met.\n`;
const manyNotes = (count: number): (readonly [string, string])[] =>
  Array.from({ length: count }, (_, index) => [`${root}/${index}.md`, note(index)]);

describe('Reading the workspace', () => {
  let pair: ServerPair;
  afterEach(() => pair.dispose());

  it('answers a hover in the middle of reading 10,000 records, and reads them all', async function () {
    this.timeout(120_000);
    const count = 10_000;
    const memory = createMemoryFiles(manyNotes(count));
    let token: unknown;
    const progress: { kind: string; percentage?: number; message?: string; title?: string }[] = [];
    pair = await startPair(client, { listsRecords: true }, [root], {
      platform: memory.platform,
      prepare: (connection) => {
        connection.onRequest('window/workDoneProgress/create', (params: { token: unknown }) => {
          token = params.token;
          return null;
        });
        connection.onNotification('$/progress', (params: { value: (typeof progress)[number] }) => {
          progress.push(params.value);
        });
      },
    });
    const open = `${root}/17.md`;
    await pair.open(open, note(17));
    // The first record has the workspace read.
    await pair.client.sendRequest('textDocument/diagnostic', { textDocument: { uri: open } });
    const hover = await pair.client.sendRequest<Hover | null>('textDocument/hover', {
      textDocument: { uri: open },
      position: { line: 8, character: 2 },
    });
    assert.ok(hover !== null);
    const middle = await pair.client.sendRequest<RecordsResult>(recordsRequest);
    assert.equal(middle.complete, false);
    assert.ok(memory.reads() < count, 'the hover waited for all of them');
    const { run } = await pair.client.sendRequest<RunResult>(runRequest, { uri: open });
    assert.equal(run?.records.length, 10);
    const whole = await pair.client.sendRequest<RecordsResult>(recordsRequest);
    assert.equal(whole.complete, true);
    assert.equal(
      whole.groups.reduce((sum, { records }) => sum + records.length, 0),
      count,
    );
    assert.notEqual(token, undefined);
    assert.equal(progress[0]?.kind, 'begin');
    assert.equal(progress.at(-1)?.kind, 'end');
    assert.ok(progress.length > 10 && progress.length < 110, 'told in steps of one in a hundred');
    assert.doesNotMatch(JSON.stringify(progress), /\.md|P\d|Supervision/);
  });

  it('stops where it is called off, says so, and judges no run by half of it', async () => {
    const memory = createMemoryFiles(manyNotes(500));
    let begun: (token: unknown) => void = () => undefined;
    const beginning = new Promise((resolve) => (begun = resolve));
    pair = await startPair(client, {}, [root], {
      platform: memory.platform,
      prepare: (connection) => {
        connection.onRequest('window/workDoneProgress/create', () => null);
        connection.onNotification(
          '$/progress',
          ({ token, value }: { token: unknown; value: { kind: string } }) => {
            if (value.kind === 'begin') begun(token);
          },
        );
      },
    });
    await pair.client.sendRequest<RecordsResult>(recordsRequest);
    const token = await beginning;
    await pair.client.sendNotification('window/workDoneProgress/cancel', { token });
    const { complete, groups } = await pair.client.sendRequest<RecordsResult>(recordsRequest);
    assert.equal(complete, false);
    assert.ok(groups.reduce((sum, { records }) => sum + records.length, 0) < 500);
    const reads = memory.reads();
    await pair.client.sendRequest<RecordsResult>(recordsRequest);
    assert.ok(memory.reads() <= reads + 4, 'asking for the list does not begin again');
    // Asking for a run does.
    const { run } = await pair.client.sendRequest<RunResult>(runRequest, { uri: `${root}/17.md` });
    assert.equal(run?.records.length, 1);
  });

  it('costs Markdown that is no record nothing', async () => {
    const memory = createMemoryFiles([[`${root}/shopping.md`, '# Shopping\n\n- Bread\n']]);
    pair = await startPair(client, {}, [root], { platform: memory.platform });
    await pair.open(`${root}/list.md`, '# A list\n\n- Milk\n');
    await pair.client.sendRequest('textDocument/diagnostic', { textDocument: { uri: `${root}/list.md` } });
    await pair.client.sendRequest('textDocument/codeLens', { textDocument: { uri: `${root}/list.md` } });
    assert.ok(![...memory.files.keys()].some((uri) => memory.wasRead(uri)));
  });
});
