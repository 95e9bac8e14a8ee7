import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type ClientCapabilities,
  type ProtocolConnection,
} from 'vscode-languageserver-protocol/node';
import { repositoryRoot } from '../host/repository.ts';

/** The built server as other editors start it, at the other end of its standard input and output. */
export interface StdioServer {
  readonly process: ChildProcess;
  readonly client: ProtocolConnection;
  /** Resolves with the exit code, or the signal's name, once the process has ended. */
  readonly ended: Promise<number | string>;
}

/** What a server is started with beside the defaults. */
export interface StdioOptions {
  /** What is started in place of `node`, with Node's path and all further arguments after it. */
  readonly through?: readonly string[];
  readonly nodeArguments?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** The built command line. */
export const builtCli: string = path.join(repositoryRoot, 'dist', 'cli.js');

/** Starts `supervision-lens server --stdio`. The product must have been built. */
export function startStdioServer(options: StdioOptions = {}): StdioServer {
  const { through = [], nodeArguments = [], env = {} } = options;
  const [command, ...args] = [...through, process.execPath, ...nodeArguments, builtCli, 'server', '--stdio'];
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'], env: { ...process.env, ...env } });
  // A server that has ended is found out by `ended`, not by a write that fails.
  child.stdin.on('error', () => undefined);
  const client = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  client.onError(() => undefined);
  client.onRequest('workspace/configuration', ({ items }: { items: readonly unknown[] }) =>
    items.map(() => null),
  );
  client.onRequest('workspace/diagnostic/refresh', () => null);
  client.onRequest('client/registerCapability', () => null);
  client.listen();
  const ended = once(child, 'exit').then(([code, signal]) => (code ?? signal) as number | string);
  return { process: child, client, ended };
}

/** Introduces a client to a server. `folder` is an address; `processId` is the client's, null for one that has none. */
export async function initializeServer(
  { client }: StdioServer,
  capabilities: ClientCapabilities,
  folder?: string,
  processId: number | null = null,
): Promise<void> {
  await client.sendRequest('initialize', {
    processId,
    rootUri: folder ?? null,
    capabilities,
    workspaceFolders: folder === undefined ? null : [{ uri: folder, name: 'folder' }],
  });
  await client.sendNotification('initialized', {});
}
