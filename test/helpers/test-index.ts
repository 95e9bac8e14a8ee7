import type { Connection } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { defaultDisplaySettings } from '../../server/src/features/display-settings.ts';
import type { Analyser } from '../../server/src/analysis/analyse.ts';
import { createConfigurationStore } from '../../server/src/lsp/configuration-store.ts';
import { createMarksStore } from '../../server/src/lsp/marks-store.ts';
import { createRecordIndex, type RecordIndex } from '../../server/src/lsp/record-index.ts';
import { createWorkspaceFiles } from '../../server/src/lsp/workspace-files.ts';
import { testAnalyser, testKnowledge } from './knowledge.ts';
import type { MemoryFiles } from './memory-files.ts';

/** An index over files in memory, with editors. */
export interface TestIndex {
  readonly index: RecordIndex;
  /** Open texts by address. */
  readonly open: Map<string, string>;
  /** Tells that configuration files have changed. */
  reconfigure: () => void;
  /** How many runs were judged so far. */
  readonly judged: () => number;
  /** Errors that the index told of. */
  readonly errors: readonly unknown[];
  /** The sets of records that it told of. */
  readonly changes: readonly ReadonlySet<string>[];
}

/** Makes an index that has begun. */
export function createTestIndex(
  memory: MemoryFiles,
  folders: readonly string[],
  open = new Map<string, string>(),
  analyser: Analyser = testAnalyser(),
): TestIndex {
  const platform = {
    ...memory.platform,
    loadData: undefined,
    nextTurn: () => new Promise<void>((resolve) => setImmediate(resolve)),
  };
  const connection = undefined as unknown as Connection;
  const files = createWorkspaceFiles(
    connection,
    platform,
    () => ({}),
    () => folders,
  );
  const read = async (uri: string): Promise<{ text: string; version: null } | undefined> => {
    const text = open.get(uri) ?? (await memory.platform.readFile(uri))?.text;
    return text === undefined ? undefined : { text, version: null };
  };
  const configurations = createConfigurationStore({ read }, () => folders);
  let judged = 0;
  const errors: unknown[] = [];
  const changes: ReadonlySet<string>[] = [];
  const index = createRecordIndex({
    files,
    folders: () => folders,
    openUris: () => [...open.keys()],
    folderOf: files.folderOf,
    knowledge: () => Promise.resolve(testKnowledge()),
    analyser: () => Promise.resolve(analyser),
    settings: () => Promise.resolve(defaultDisplaySettings),
    configuration: configurations.find,
    configurationUri: configurations.locate,
    async readOpen(uri) {
      await platform.nextTurn();
      const text = open.get(uri);
      if (text === undefined || !analyser.recognises(text)) return undefined;
      const configuration = await configurations.find(uri);
      return {
        document: TextDocument.create(uri, 'markdown', 1, text),
        analysis: analyser.analyse(text, { configuration }),
        configuration,
        knowledge: testKnowledge(),
        settings: defaultDisplaySettings,
      };
    },
    openUri: (key) => (open.has(key) ? key : undefined),
    readText: read,
    marks: createMarksStore({ read }, () => false).find,
    nextTurn: platform.nextTurn,
    progress: () => ({ update: () => undefined, end: () => undefined }),
    onChanged: (uris) => changes.push(uris),
    onError: (error) => errors.push(error),
    onJudged: () => judged++,
  });
  index.begin();
  return {
    index,
    open,
    judged: () => judged,
    errors,
    changes,
    reconfigure() {
      configurations.invalidate();
      index.rescan();
    },
  };
}

/** All that an index says, for comparing two. */
export function describeIndex({ index }: TestIndex): unknown {
  const { book } = index;
  return {
    complete: index.isComplete(),
    records: [...index.records()]
      .map(({ uri, summary, listing }) => ({ uri, summary, listing, limited: index.isLimited(uri) }))
      .sort((a, b) => (a.uri < b.uri ? -1 : 1)),
    runs: book.names().map((name) => ({
      name,
      runs: book.named(name).map((run) => ({
        records: run.records.map(({ id }) => id),
        findings: index.judge(run),
        standings: run.records.map(({ id }) => index.standing(id)),
      })),
      undated: book.undated(name).map(({ id }) => id),
    })),
  };
}
