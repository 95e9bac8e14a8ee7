import { Uri, type ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { startExtension, type SupervisionLensApi } from '../start-extension.ts';
import { serverOutput } from './server-output.ts';

/** Called by VS Code on a desktop or a remote machine: the server is a process of its own beside this one. */
export function activate(context: ExtensionContext): SupervisionLensApi {
  const module = Uri.joinPath(context.extensionUri, 'dist', 'server', 'node.js').fsPath;
  const run = { module, transport: TransportKind.ipc };
  const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=6019'] } };
  return startExtension(context, {
    readsData: false,
    createClient: (id, name, options) =>
      new LanguageClient(id, name, { run, debug }, { ...options, stdioOptions: serverOutput }),
  });
}
