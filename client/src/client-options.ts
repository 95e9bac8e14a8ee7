import { CancellationError, Uri, workspace } from 'vscode';
import {
  RevealOutputChannelOn,
  type ErrorHandler,
  type LanguageClientOptions,
  type Middleware,
} from 'vscode-languageclient';
import type { InitializationOptions } from '../../server/src/protocol.ts';
import { selectDocuments } from './document-selector.ts';
import type { Output } from './output/output.ts';
import type { Pause } from './pause.ts';

/** What the options of a client depend on. */
export interface ClientSurroundings {
  readonly readsData: boolean;
  /** Where the rules' pages are kept. */
  readonly docsUri: string;
  readonly output: Output;
  readonly pause: Pause;
  readonly errorHandler: ErrorHandler;
}

/** The options of a language client for this workspace as it is now. */
export function createClientOptions(surroundings: ClientSurroundings): LanguageClientOptions {
  const { readsData, docsUri, output, pause, errorHandler } = surroundings;
  const initializationOptions: InitializationOptions = {
    readsData,
    docsUri,
    readsFiles: true,
    findsFiles: true,
    hasCommands: true,
  };
  return {
    documentSelector: selectDocuments((workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme)),
    initializationOptions,
    middleware: createMiddleware(pause),
    errorHandler,
    // Without a handler the client would show the server's error to the writer.
    initializationFailedHandler: () => false,
    outputChannel: output.channel,
    traceOutputChannel: output.trace,
    // What goes wrong inside is for the log, not for a writer.
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    diagnosticCollectionName: 'supervision-lens',
  };
}

/** The server answers at once; what is shown waits until the writer pauses (spec sections 0 and 5). */
function createMiddleware(pause: Pause): Middleware {
  return {
    provideDiagnostics: async (document, previousResultId, token, next) => {
      const uri = document instanceof Uri ? document : document.uri;
      await pause.wait(uri.toString(), token);
      // The client then asks again for the newer text.
      if (token.isCancellationRequested) throw new CancellationError();
      return next(document, previousResultId, token);
    },
    provideCodeLenses: async (document, token, next) => {
      await pause.wait(document.uri.toString(), token);
      return token.isCancellationRequested ? undefined : next(document, token);
    },
  };
}
