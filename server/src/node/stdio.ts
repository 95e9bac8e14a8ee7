import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { guardLifecycle } from '../lsp/guard-lifecycle.ts';
import { startServer } from '../lsp/start-server.ts';
import { createNodePlatform } from './node-platform.ts';

/** Runs the server over standard input and output, for any LSP editor. `dataFolder` is absolute. */
export function startStdioServer(dataFolder: string): void {
  // Standard output is the protocol's: nothing else may write there.
  console.log = console.error;
  startServer(
    guardLifecycle((options) =>
      createConnection(ProposedFeatures.all, process.stdin, process.stdout, options),
    ),
    createNodePlatform(dataFolder),
  );
}
