import { workspace } from 'vscode';
import { RevealOutputChannelOn, type ErrorHandler, type LanguageClientOptions } from 'vscode-languageclient';
import { clientCommands, type InitializationOptions } from '../../server/src/protocol.ts';
import { selectDocuments } from './document-selector.ts';
import { createMiddleware, type MiddlewareSurroundings } from './middleware.ts';
import type { Output } from './output/output.ts';

/** What the options of a client depend on. */
export interface ClientSurroundings extends MiddlewareSurroundings {
  readonly readsData: boolean;
  /** Where the rules' pages are kept. */
  readonly docsUri: string;
  readonly output: Output;
  readonly errorHandler: ErrorHandler;
}

/** The options of a language client for this workspace as it is now. */
export function createClientOptions(surroundings: ClientSurroundings): LanguageClientOptions {
  const { readsData, docsUri, output, errorHandler } = surroundings;
  const initializationOptions: InitializationOptions = {
    readsData,
    docsUri,
    readsFiles: true,
    findsFiles: true,
    hasCommands: true,
    listsRecords: true,
  };
  return {
    documentSelector: selectDocuments((workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme)),
    initializationOptions,
    middleware: createMiddleware(surroundings),
    errorHandler,
    // Without a handler the client would show the server's error to the writer.
    initializationFailedHandler: () => false,
    outputChannel: output.channel,
    traceOutputChannel: output.trace,
    // What goes wrong inside is for the log, not for a writer.
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    // Only these may stand as links in a hover; words of a note never become links.
    markdown: { isTrusted: { enabledCommands: Object.values(clientCommands) } },
    diagnosticCollectionName: 'supervision-lens',
  };
}
