import { Uri, env, type Disposable, type WebviewPanel } from 'vscode';
import { runRequest, type RunParams, type RunResult } from '../../../server/src/protocol.ts';
import type { RunMessage } from '../../webviews/messages.ts';
import { reveal } from '../commands/reveal.ts';
import type { ServerConnection } from '../server-connection.ts';
import { openPanel } from '../webviews/open-panel.ts';
import { recordForRun } from './run-argument.ts';
import { cultureNames, runWords } from './run-words.ts';

/** The command that shows a run, and its one panel. */
export interface ReviewRun {
  run: (value: unknown) => Promise<void>;
  /** What the panel was last given to show. */
  readonly shown: () => RunMessage | undefined;
  /** Asks again, where the panel is open. */
  readonly refresh: () => void;
  readonly dispose: () => void;
}

/** Shows the run of a record: its trend, what has been quiet, the questions for its leader. */
export function createReviewRun(
  extensionUri: Uri,
  server: ServerConnection,
  onFailure: (error: unknown) => void,
): ReviewRun {
  let panel: WebviewPanel | undefined;
  let record: string | undefined;
  let last: RunMessage | undefined;
  let listening: Disposable | undefined;

  const ask = async (): Promise<void> => {
    if (record === undefined) return;
    const params: RunParams = { uri: server.client.code2ProtocolConverter.asUri(Uri.parse(record, true)) };
    const { run, message } = await server.request<RunResult>(runRequest, params);
    const words = runWords(run);
    last = {
      type: 'run',
      run,
      message,
      words,
      names: cultureNames(),
      language: env.language.startsWith('en') ? 'en-GB' : env.language,
    };
    if (panel === undefined) return;
    panel.title = words.title;
    await panel.webview.postMessage(last);
  };
  const open = (): WebviewPanel => {
    const opened = openPanel(extensionUri, { script: 'run', title: runWords(null).title }, (message) => {
      if (message.type === 'ready' && last !== undefined) void opened.webview.postMessage(last);
      if (message.type !== 'reveal') return;
      const uri = server.client.protocol2CodeConverter.asUri(message.uri).toString();
      reveal(uri, message.place).catch(onFailure);
    });
    listening = opened.onDidDispose(() => {
      panel = undefined;
      listening?.dispose();
    });
    return opened;
  };
  return {
    run: async (value) => {
      record = recordForRun(value);
      if (record === undefined) return;
      await ask();
      panel ??= open();
      panel.reveal();
      if (last !== undefined) {
        panel.title = last.words.title;
        await panel.webview.postMessage(last);
      }
    },
    shown: () => last,
    refresh: () => {
      if (panel !== undefined) ask().catch(onFailure);
    },
    dispose: () => void panel?.dispose(),
  };
}
