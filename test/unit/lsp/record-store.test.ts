import assert from 'node:assert/strict';
import { CancellationTokenSource, type TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analyser } from '../../../server/src/analysis/analyse.ts';
import { managedNote } from '../../../server/src/balance/rules/example-notes.ts';
import { defaultConfiguration } from '../../../server/src/configuration/configuration.ts';
import { defaultDisplaySettings } from '../../../server/src/features/display-settings.ts';
import { createRecordStore, type RecordStore } from '../../../server/src/lsp/record-store.ts';
import { testAnalyser, testKnowledge } from '../../helpers/knowledge.ts';

const uri = 'file:///note.md';

describe('The store of open records', () => {
  let document: TextDocument | undefined;
  let analysed: string[];
  let looked: number;
  let store: RecordStore;

  beforeEach(() => {
    document = TextDocument.create(uri, 'markdown', 1, managedNote);
    analysed = [];
    looked = 0;
    const analyser: Analyser = {
      ...testAnalyser(),
      recognises: (...args) => {
        looked++;
        return testAnalyser().recognises(...args);
      },
      analyse: (text, options) => {
        analysed.push(text);
        return testAnalyser().analyse(text, options);
      },
    };
    store = createRecordStore({
      documents: { get: () => document } as unknown as TextDocuments<TextDocument>,
      knowledge: () => Promise.resolve(testKnowledge()),
      analyser: () => Promise.resolve(analyser),
      configuration: () => Promise.resolve(defaultConfiguration),
      marks: () => Promise.resolve(undefined),
      settings: () => Promise.resolve(defaultDisplaySettings),
      nextTurn: () => new Promise((resolve) => setImmediate(resolve)),
    });
  });

  const type = (text: string, version: number): void => {
    document = TextDocument.create(uri, 'markdown', version, text);
  };

  it('reads a version once, whoever asks how often', async () => {
    const reads = await Promise.all(Array.from({ length: 20 }, () => store.readRecord(uri)));
    assert.equal(analysed.length, 1);
    assert.equal(new Set(reads).size, 1);
  });

  it('reads nothing for requests that were cancelled before their turn', async () => {
    const source = new CancellationTokenSource();
    const request = store.readRecord(uri, source.token);
    source.cancel();
    assert.equal(await request, undefined);
    assert.equal(analysed.length, 0);
  });

  it('reads only the newest text when requests are overtaken by edits', async () => {
    const requests: Promise<unknown>[] = [];
    for (let version = 2; version <= 30; version++) {
      requests.push(store.readRecord(uri));
      type(`${managedNote}\nWord ${String(version)}.\n`, version);
    }
    await Promise.all(requests);
    assert.deepEqual(analysed, [`${managedNote}\nWord 30.\n`]);
  });

  it('looks at Markdown that is no record once, at its top, and never analyses it', async () => {
    type('# Shopping\n\nBread.\n', 2);
    for (let times = 0; times < 5; times++) assert.equal(await store.readRecord(uri), undefined);
    assert.deepEqual([looked, analysed.length], [1, 0]);
  });

  it('reads again after the configuration has changed, and forgets what is closed', async () => {
    await store.readRecord(uri);
    store.invalidate();
    await store.readRecord(uri);
    assert.equal(analysed.length, 2);
    store.close(uri);
    document = undefined;
    assert.equal(await store.readRecord(uri), undefined);
  });
});
