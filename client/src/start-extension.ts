import { EventEmitter, workspace, type Event, type ExtensionContext } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { ReadingParams } from '../../server/src/protocol.ts';
import { registerCommands } from './commands/register-commands.ts';
import { createCultureView, type CultureView } from './cultures/culture-view.ts';
import { createDrafting } from './drafting.ts';
import { createLanguageStatus } from './language-status.ts';
import { launchClient } from './launch-client.ts';
import { tellUnavailable } from './messages.ts';
import { createOutput } from './output/output.ts';
import { createPause } from './pause.ts';
import type { Platform } from './platform.ts';
import { createReadings } from './readings.ts';
import { createRecordContext } from './record-context.ts';
import { refreshShown } from './refresh-shown.ts';
import { createServerConnection } from './server-connection.ts';
import { isTraceEnabled } from './settings.ts';
import { createStatusBar } from './status-bar.ts';
import { createViews, type Views } from './views/create-views.ts';

/** What activating the extension returns: for tests in a real editor, which can then wait instead of guess. */
export interface SupervisionLensApi {
  /** The client in use now; another one after a restart. */
  readonly client: BaseLanguageClient;
  /** Resolves when the server has answered for the first time since the last start. */
  readonly ready: Promise<void>;
  /** Fires for each reading of an open document, at once and not only when the writer pauses. */
  readonly onReading: Event<ReadingParams>;
  /** The newest reading of an open document; `uri` as VS Code writes it. */
  readonly readingOf: (uri: string) => ReadingParams | undefined;
  /** Fires with the passages that were last coloured and marked in an editor. */
  readonly onCulturesDrawn: CultureView['onDrawn'];
  readonly views: Views;
}

/** How long the writer must have left a note alone before what the extension has to say about it changes. */
const pauseMs = 700;

/** Starts the extension, the same way everywhere. Returns at once: the server is started but not waited for. */
export function startExtension(context: ExtensionContext, platform: Platform): SupervisionLensApi {
  const output = createOutput();
  output.allowTrace(isTraceEnabled());
  const readings = createReadings();
  const pause = createPause(pauseMs);
  const drafting = createDrafting();
  const shown = new EventEmitter<string>();
  const { extensionUri, globalStorageUri } = context;
  const recordsChanged = new EventEmitter<void>();
  const server = createServerConnection(() =>
    launchClient({
      extensionUri,
      platform,
      output,
      middleware: { pause, isQuiet: drafting.isOn, onShown: (uri) => shown.fire(uri) },
      readings,
      onRecordsChanged: () => recordsChanged.fire(),
      onUnavailable: () => void tellUnavailable(),
    }),
  );
  const views = createViews({
    extensionUri,
    server,
    readings,
    output,
    told: context.workspaceState,
    onRecordsChanged: recordsChanged.event,
  });

  const cultures = createCultureView({
    server,
    onShown: shown.event,
    isQuiet: drafting.isOn,
    onQuiet: drafting.onChange,
  });

  context.subscriptions.push(
    server,
    cultures,
    createStatusBar(readings, pause, drafting),
    createLanguageStatus(readings, drafting),
    createRecordContext(readings),
    registerCommands({
      server,
      output,
      drafting,
      extensionUri,
      told: context.workspaceState,
      storage: globalStorageUri,
    }),
    drafting.onChange(() => refreshShown(server.client)),
    views,
    recordsChanged,
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0) pause.touch(document.uri.toString());
    }),
    workspace.onDidCloseTextDocument(({ uri }) => {
      pause.forget(uri.toString());
      readings.forget(uri.toString());
    }),
    workspace.onDidChangeConfiguration(() => output.allowTrace(isTraceEnabled())),
    readings,
    drafting,
    shown,
    output,
  );

  return {
    get client() {
      return server.client;
    },
    get ready() {
      return server.ready;
    },
    onReading: readings.onReading,
    readingOf: readings.get,
    onCulturesDrawn: cultures.onDrawn,
    views,
  };
}
