import {
  DidChangeConfigurationNotification,
  TextDocuments,
  TextDocumentSyncKind,
  type Connection,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createAnalyser, type Analyser } from '../analysis/analyse.ts';
import {
  defaultDisplaySettings,
  readDisplaySettings,
  type DisplaySettings,
} from '../features/display-settings.ts';
import type { ClientAbilities, FeatureContext } from '../features/feature.ts';
import { features } from '../features/index.ts';
import { judgeInRun } from '../features/workspace/judge-in-run.ts';
import type { ReadDocument } from '../features/read-document.ts';
import { loadKnowledge, type Knowledge } from '../knowledge/knowledge.ts';
import { readDataRequest, type ReadDataResult } from '../protocol.ts';
import { createConfigurationStore, isConfigurationUri } from './configuration-store.ts';
import { describeError } from './describe-error.ts';
import { createDocumentWatch } from './document-watch.ts';
import { createFileAccess } from './file-access.ts';
import { createMarksStore, recordBeside } from './marks-store.ts';
import { readInitialization } from './initialization.ts';
import { createIndexProgress } from './index-progress.ts';
import { orderedChanges } from './ordered-changes.ts';
import { readForRequest } from './read-for-request.ts';
import type { Platform } from './platform.ts';
import { createRecordIndex } from './record-index.ts';
import { createRecordStore } from './record-store.ts';
import { refreshViews } from './refresh-views.ts';
import { createRunRefresh } from './run-refresh.ts';
import { folderKey, uriKey } from './uri-keys.ts';
import { followFolders, registerFileWatchers, workspaceCapabilities } from './watch-workspace.ts';
import { foldersOf } from './workspace-folders.ts';
import { createWorkspaceFiles } from './workspace-files.ts';

/** The name of the settings' section in the editor. */
const settingsSection = 'supervisionLens';

/**
 * Wires the server to a connection and listens. Nothing is read before it is needed; the data is loaded once,
 * from the first record on. Logs hold counts and names of errors, never text of records.
 */
export function startServer(connection: Connection, platform: Platform): void {
  const documents = new TextDocuments(TextDocument);
  let client: ClientAbilities = { capabilities: {}, options: {} };
  let folders: readonly string[] = [];
  let settings: Promise<DisplaySettings> | undefined;
  let pushedSettings: DisplaySettings = defaultDisplaySettings;
  let knowledge: Promise<Knowledge> | undefined;
  let analyser: Promise<Analyser> | undefined;

  const logError = (error: unknown): void => connection.console.error(describeError(error));
  const loadData = (name: string): Promise<string> =>
    platform.loadData !== undefined
      ? platform.loadData(name)
      : connection.sendRequest<ReadDataResult>(readDataRequest, { name });
  const getKnowledge = (): Promise<Knowledge> => (knowledge ??= loadKnowledge(loadData));
  const getAnalyser = (): Promise<Analyser> => (analyser ??= getKnowledge().then(createAnalyser));
  const getSettings = (): Promise<DisplaySettings> => {
    if (client.capabilities.workspace?.configuration !== true) return Promise.resolve(pushedSettings);
    settings ??= connection.workspace
      .getConfiguration(settingsSection)
      .then(readDisplaySettings, () => defaultDisplaySettings);
    return settings;
  };

  const files = createFileAccess(connection, documents, platform, () => client.options);
  const configurations = createConfigurationStore(files, () => folders);
  const marks = createMarksStore(
    files,
    () => client.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
  );
  const records = createRecordStore({
    documents,
    marks: marks.find,
    knowledge: getKnowledge,
    analyser: getAnalyser,
    configuration: configurations.find,
    settings: getSettings,
    nextTurn: platform.nextTurn,
  });
  const version = (uri: string): number | undefined => documents.get(uri)?.version;
  const openUris = (): string[] => documents.all().map(({ uri }) => uri);
  const workspaceFiles = createWorkspaceFiles(
    connection,
    platform,
    () => client.options,
    () => folders,
  );
  const index = createRecordIndex({
    files: workspaceFiles,
    folders: () => folders,
    openUris,
    folderOf: workspaceFiles.folderOf,
    knowledge: getKnowledge,
    analyser: getAnalyser,
    settings: getSettings,
    configuration: configurations.find,
    configurationUri: configurations.locate,
    readOpen: records.readRecord,
    openUri: (key) => openUris().find((uri) => uriKey(uri) === key),
    readText: files.read,
    marks: marks.find,
    nextTurn: platform.nextTurn,
    progress: (total, stop, messages) =>
      createIndexProgress(connection, {
        total,
        stop,
        messages,
        isAble: client.capabilities.window?.workDoneProgress === true,
      }),
    onChanged: (keys) => void runRefresh.changed(keys).catch(logError),
    onError: logError,
  });
  /** A record as its run shows it; the first one has the workspace read. */
  const inRun = async (reading: Promise<ReadDocument | undefined>): Promise<ReadDocument | undefined> => {
    const read = await reading;
    if (read === undefined) return undefined;
    if (read.analysis.record.recognition.recognised) index.begin();
    return judgeInRun(read, index.standing(read.document.uri), await getAnalyser(), index);
  };
  const context = (): FeatureContext => ({
    client,
    knowledge: getKnowledge,
    analyser: getAnalyser,
    readRecord: (uri, token) => readForRequest(inRun(records.readRecord(uri, token)), token),
    readAt: (uri, token) => readForRequest(inRun(records.readRecord(uri, token)), token, () => version(uri)),
    readAnyway: (uri) => inRun(records.readAnyway(uri)),
    readText: files.read,
    marks: marks.find,
    configurationUri: configurations.locate,
    templateFolder: configurations.templateFolder,
    openDocuments: () => documents.keys(),
    isConfiguration: isConfigurationUri,
    configuration: configurations.find,
    settings: getSettings,
    nextTurn: platform.nextTurn,
    index,
    given: (uri, diagnostics) => runRefresh.given(uri, diagnostics),
  });
  const watch = createDocumentWatch(connection, context, version, logError);
  const runRefresh = createRunRefresh(connection, { context, openUris, version, announce: watch.changed });

  const refresh = (): void => {
    records.invalidate();
    index.rescan();
    for (const { uri } of documents.all()) watch.changed(uri);
    refreshViews(connection, client.capabilities, logError);
  };
  /** What is kept beside a record has changed, or the record has come or gone with it. */
  const touchBeside = (record: string): void => {
    marks.invalidate(record);
    index.touch(record);
    const open = openUris().find((uri) => uriKey(uri) === uriKey(record));
    if (open === undefined) return;
    records.forget(open);
    watch.changed(open);
    refreshViews(connection, client.capabilities, logError);
  };

  connection.onInitialize((params) => {
    client = { capabilities: params.capabilities, options: readInitialization(params.initializationOptions) };
    folders = foldersOf(params);
    return { capabilities: mergeCapabilities(client), serverInfo: { name: 'Supervision Lens' } };
  });
  connection.onInitialized(() => {
    const { workspace } = client.capabilities;
    const register = async (): Promise<void> => {
      if (workspace?.didChangeConfiguration?.dynamicRegistration === true) {
        await connection.client.register(DidChangeConfigurationNotification.type, {
          section: settingsSection,
        });
      }
      if (workspace?.didChangeWatchedFiles?.dynamicRegistration === true) {
        await registerFileWatchers(connection);
      }
    };
    void register().catch(logError);
    if (workspace?.workspaceFolders === true) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        folders = [
          ...folders.filter((uri) => !removed.some((folder) => folderKey(folder.uri) === uri)),
          ...added.map(({ uri }) => folderKey(uri)),
        ];
        configurations.invalidate();
        refresh();
      });
    }
  });
  connection.onDidChangeConfiguration(({ settings: pushed }: { settings: unknown }) => {
    settings = undefined;
    pushedSettings = readDisplaySettings((pushed as Record<string, unknown> | null)?.[settingsSection]);
    refresh();
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri } of changes) {
      const record = recordBeside(uri);
      if (record === undefined) index.touch(uri);
      else touchBeside(record);
    }
    if (!changes.some(({ uri }) => isConfigurationUri(uri))) return;
    configurations.invalidate();
    refresh();
  });
  followFolders(connection, index);
  for (const feature of features) feature.register(connection, context);

  documents.onDidChangeContent(({ document: { uri } }) => {
    const record = recordBeside(uri);
    if (record !== undefined) {
      touchBeside(record);
      return;
    }
    watch.changed(uri);
    index.touch(uri);
    if (!isConfigurationUri(uri)) return;
    configurations.invalidate();
    refresh();
  });
  documents.onDidClose(({ document: { uri } }) => {
    const record = recordBeside(uri);
    if (record !== undefined) {
      touchBeside(record);
      return;
    }
    records.close(uri);
    watch.closed(uri);
    runRefresh.closed(uri);
    index.touch(uri);
    if (!isConfigurationUri(uri)) return;
    configurations.invalidate();
    refresh();
  });
  documents.listen(orderedChanges(connection, version));
  connection.listen();
}

/** What the server announces: each feature's own, which must not contradict one another. */
function mergeCapabilities(client: ClientAbilities): ServerCapabilities {
  const merged: Record<string, unknown> = {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    workspace: workspaceCapabilities,
  };
  for (const feature of features) {
    for (const [key, value] of Object.entries(feature.capabilities(client))) {
      if (key in merged) throw new Error(`Two features announce "${key}"; one of them is ${feature.name}.`);
      merged[key] = value;
    }
  }
  return merged;
}
