import { Uri, type ExtensionContext } from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from 'vscode-languageclient/browser';
import { startExtension, type SupervisionLensApi } from '../start-extension.ts';

/** Called by VS Code in a browser: the server is a web worker, and has only the files that the client reads for it. */
export function activate(context: ExtensionContext): SupervisionLensApi {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'server', 'browser.js').toString(true);
  let worker: Worker | undefined;
  const endWorker = (): void => worker?.terminate();
  // The worker itself can't be handed over: VS Code replaces the class `Worker`, and the client, which looks
  // for an instance of it, wouldn't know it.
  const startWorker = (): Promise<MessageTransports> => {
    // A worker outlives its client unless it's told: after a restart there would be two.
    endWorker();
    worker = new Worker(script);
    return Promise.resolve({
      reader: new BrowserMessageReader(worker),
      writer: new BrowserMessageWriter(worker),
    });
  };
  context.subscriptions.push({ dispose: endWorker });
  return startExtension(context, {
    readsData: true,
    createClient: (id, name, options) => new LanguageClient(id, name, startWorker, options),
  });
}
