import { join } from 'node:path';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { guardLifecycle } from '../lsp/guard-lifecycle.ts';
import { startServer } from '../lsp/start-server.ts';
import { createNodePlatform } from './node-platform.ts';

// The bundle is `dist/server/node.js`, the data `dist/data`. How to talk (IPC, stdio, socket) the arguments say.
startServer(
  guardLifecycle((options) => createConnection(ProposedFeatures.all, options)),
  createNodePlatform(join(__dirname, '..', 'data')),
);
