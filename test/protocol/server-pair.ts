import { PassThrough } from 'node:stream';
import { join } from 'node:path';
import { createConnection } from 'vscode-languageserver/node';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type ClientCapabilities,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver-protocol/node';
import { collectKnowledge, collectModel } from '../../scripts/collect-data.ts';
import { guardLifecycle } from '../../server/src/lsp/guard-lifecycle.ts';
import type { Platform } from '../../server/src/lsp/platform.ts';
import { startServer } from '../../server/src/lsp/start-server.ts';
import { createNodePlatform } from '../../server/src/node/node-platform.ts';
import type { InitializationOptions } from '../../server/src/protocol.ts';

/** What a client of VS Code's kind can do, as far as the server cares. */
export const fullClient: ClientCapabilities = {
  workspace: {
    configuration: true,
    workspaceFolders: true,
    workspaceEdit: { documentChanges: true, resourceOperations: ['create'] },
    diagnostics: { refreshSupport: true },
    codeLens: { refreshSupport: true },
  },
  textDocument: {
    diagnostic: {},
    publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true, versionSupport: true },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: [''] } },
      resolveSupport: { properties: ['edit'] },
      dataSupport: true,
    },
  },
};

/** A client with nothing but the basics: pushed diagnostics, edits at once. */
export const plainClient: ClientCapabilities = {};

/** The real server in this process, at the other end of two streams. */
export interface ServerPair {
  readonly client: ProtocolConnection;
  readonly initialized: InitializeResult;
  /** Settings that the server is given when it asks. */
  readonly settings: Record<string, unknown>;
  open: (uri: string, text: string, languageId?: string) => Promise<void>;
  /** Replaces the whole text. */
  change: (uri: string, text: string, version: number) => Promise<void>;
  /** The next diagnostics that are pushed for a document from now on. */
  nextPush: (uri: string) => Promise<PublishDiagnosticsParams>;
  /** Everything that was pushed so far. */
  readonly pushes: readonly PublishDiagnosticsParams[];
  /** What the server logged. */
  readonly logs: readonly string[];
  /** How often the server asked for a refresh of diagnostics. */
  refreshes: () => number;
  /** The next time from now on that it asks for one. */
  nextRefresh: () => Promise<void>;
  dispose: () => void;
}

/** What else a pair may be started with. */
export interface Surroundings {
  /** Takes the place of parts of node's platform. */
  readonly platform?: Partial<Platform>;
  /** Answers the server's further requests, before it is initialized. */
  readonly prepare?: (client: ProtocolConnection) => void;
}

/** A server and a client that are connected, and have said nothing yet. */
export interface ConnectedPair {
  readonly client: ProtocolConnection;
  dispose: () => void;
}

/** Connects a client to a server; nothing is initialized. */
export function connectPair({ platform, prepare }: Surroundings = {}): ConnectedPair {
  const [up, down] = [new PassThrough(), new PassThrough()];
  const connection = guardLifecycle((strategy) =>
    createConnection(new StreamMessageReader(up), new StreamMessageWriter(down), strategy),
  );
  const data: Record<string, unknown> = {
    'knowledge.json': collectKnowledge(),
    'culture-model.json': collectModel(),
  };
  const loadData = (name: string): Promise<string> => Promise.resolve(JSON.stringify(data[name]));
  startServer(connection, { ...createNodePlatform(join('nowhere')), loadData, ...platform });
  const client = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
  prepare?.(client);
  client.listen();
  return {
    client,
    dispose() {
      client.dispose();
      connection.dispose();
    },
  };
}

/** Starts a pair and initializes it. */
export async function startPair(
  capabilities: ClientCapabilities = fullClient,
  options: InitializationOptions = {},
  folders: readonly string[] = [],
  surroundings: Surroundings = {},
): Promise<ServerPair> {
  const pushes: PublishDiagnosticsParams[] = [];
  const logs: string[] = [];
  const waiting: { uri: string; resolve: (params: PublishDiagnosticsParams) => void }[] = [];
  const settings: Record<string, unknown> = {};
  let refreshes = 0;
  let refreshed: (() => void)[] = [];
  const listen = (client: ProtocolConnection): void => {
    client.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      pushes.push(params);
      for (const { resolve } of waiting.filter(({ uri }) => uri === params.uri)) resolve(params);
      waiting.splice(0, waiting.length, ...waiting.filter(({ uri }) => uri !== params.uri));
    });
    client.onNotification('window/logMessage', ({ message }: { message: string }) => {
      logs.push(message);
    });
    client.onRequest('workspace/configuration', () => [settings]);
    client.onRequest('workspace/diagnostic/refresh', () => {
      refreshes++;
      for (const resolve of refreshed) resolve();
      refreshed = [];
      return null;
    });
    client.onRequest('workspace/codeLens/refresh', () => null);
    client.onRequest('workspace/inlayHint/refresh', () => null);
    client.onRequest('client/registerCapability', () => null);
    surroundings.prepare?.(client);
  };
  const { client, dispose } = connectPair({ ...surroundings, prepare: listen });

  const initialized = await client.sendRequest<InitializeResult>('initialize', {
    processId: null,
    rootUri: null,
    capabilities,
    initializationOptions: options,
    workspaceFolders: folders.map((uri) => ({ uri, name: 'folder' })),
  });
  await client.sendNotification('initialized', {});
  return {
    client,
    initialized,
    settings,
    pushes,
    logs,
    refreshes: () => refreshes,
    nextRefresh: () => new Promise((resolve) => refreshed.push(resolve)),
    open: (uri, text, languageId = 'markdown') =>
      client.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId, version: 1, text },
      }),
    change: (uri, text, version) =>
      client.sendNotification('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [{ text }],
      }),
    nextPush: (uri) => new Promise((resolve) => waiting.push({ uri, resolve })),
    dispose,
  };
}
