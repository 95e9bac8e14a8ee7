import { Uri, workspace } from 'vscode';
import { State, type BaseLanguageClient } from 'vscode-languageclient';
import {
  findFilesRequest,
  readDataRequest,
  readFileRequest,
  readingNotification,
  recordsChangedNotification,
  type FindFilesParams,
  type ReadDataParams,
  type ReadFileParams,
  type ReadingParams,
} from '../../server/src/protocol.ts';
import { createClientOptions } from './client-options.ts';
import { createDataReader } from './data-reader.ts';
import { createErrorHandler } from './error-handler.ts';
import { readFile } from './file-reader.ts';
import { findFiles } from './find-files.ts';
import type { MiddlewareSurroundings } from './middleware.ts';
import type { Output } from './output/output.ts';
import type { Platform } from './platform.ts';
import type { Readings } from './readings.ts';
import type { LaunchedClient } from './server-connection.ts';
import { settingsSection } from './settings.ts';
import { createStartWatch, type ClientProgress } from './start-watch.ts';

/** What a client is launched with. */
export interface LaunchOptions {
  readonly extensionUri: Uri;
  readonly platform: Platform;
  readonly output: Output;
  readonly middleware: MiddlewareSurroundings;
  readonly readings: Readings;
  /** Told when lists of records may show something else. */
  readonly onRecordsChanged: () => void;
  /** Told once for each client whose server can't be started, or crashed too often. */
  readonly onUnavailable: () => void;
}

/** How long ending a client waits for a server that hasn't answered yet. */
const startPatienceMs = 3000;

/** Makes a client, answers its server's requests, and starts it without waiting. */
export function launchClient(options: LaunchOptions): LaunchedClient {
  const { extensionUri, platform, output, middleware, readings } = options;
  const watch = createStartWatch({
    progress: () => progressOf(client),
    onUnavailable: options.onUnavailable,
    sleep,
  });
  const client = platform.createClient(
    settingsSection,
    'Supervision Lens',
    createClientOptions({
      readsData: platform.readsData,
      docsUri: Uri.joinPath(extensionUri, 'docs', 'rules').toString(),
      output,
      ...middleware,
      errorHandler: createErrorHandler({
        usual: () => usual,
        isWanted: watch.isWanted,
        onError: watch.troubled,
        onRestart: watch.restarting,
        onGivenUp: watch.giveUp,
      }),
    }),
  );
  const usual = client.createDefaultErrorHandler();
  silence(client);

  client.onRequest(readDataRequest, (params: ReadDataParams) => createDataReader(extensionUri)(params));
  client.onRequest(readFileRequest, (params: ReadFileParams) => readFile(params));
  client.onRequest(findFilesRequest, (params: FindFilesParams) => findFiles(params));
  client.onNotification(readingNotification, (reading: ReadingParams) => {
    const uri = client.protocol2CodeConverter.asUri(reading.uri).toString();
    // One that was under way when its document was closed would be kept for ever.
    const isOpen = workspace.textDocuments.some((document) => document.uri.toString() === uri);
    if (isOpen) readings.accept({ ...reading, uri });
  });
  client.onNotification(recordsChangedNotification, options.onRecordsChanged);
  client.onDidChangeState(({ newState }) => {
    if (newState === State.Running) options.onRecordsChanged();
    if (newState !== State.Running) readings.clear();
    watch.progressed(progressOf(client));
  });
  // The watch tells of it, whichever start it was.
  client.start().catch(() => undefined);

  return {
    client,
    ready: watch.ready,
    end: async () => {
      watch.retire();
      // A client that is still starting can't be ended.
      await Promise.race([watch.ready.catch(() => undefined), sleep(startPatienceMs)]);
      await client.dispose().catch(() => undefined);
    },
  };
}

function progressOf({ state }: BaseLanguageClient): ClientProgress {
  switch (state) {
    case State.Starting:
      return 'starting';
    case State.Running:
      return 'running';
    case State.StartFailed:
      return 'failed';
    case State.Stopped:
      return 'stopped';
  }
}

/** Keeps the client's own error messages in the log: they show what went wrong inside, and stacks of calls. */
function silence(client: BaseLanguageClient): void {
  const log = client.error.bind(client);
  client.error = (message, data) => log(message, data, false);
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
