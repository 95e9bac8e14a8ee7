import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import { guardLifecycle } from '../lsp/guard-lifecycle.ts';
import { startServer } from '../lsp/start-server.ts';
import { browserPlatform } from './browser-platform.ts';

const connection = guardLifecycle((options) =>
  createConnection(
    ProposedFeatures.all,
    new BrowserMessageReader(self),
    new BrowserMessageWriter(self),
    options,
  ),
);
startServer(connection, browserPlatform);
