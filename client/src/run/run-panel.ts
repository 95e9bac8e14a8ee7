import { Uri, type Disposable, type WebviewPanel } from 'vscode';
import type { FromWebview, ReviewMessage, RunMessage } from '../../webviews/messages.ts';
import type { ServerConnection } from '../server-connection.ts';
import { openPanel } from '../webviews/open-panel.ts';
import { recordForRun } from './run-argument.ts';

/** A command that shows a run in the editor's area, and its one panel. */
export interface RunPanel<Message> {
  run: (value: unknown) => Promise<void>;
  /** What the panel was last given to show. */
  readonly shown: () => Message | undefined;
  /** Asks again, where the panel is open. */
  readonly refresh: () => void;
  readonly dispose: () => void;
}

/** What sets one panel apart from another. */
export interface RunPanelPage<Message> {
  readonly script: 'run' | 'review';
  /** Until the run's name is known. */
  readonly title: string;
  /** What to show of the run of a record; its URI as the server writes it. */
  ask: (uri: string) => Promise<Message>;
  /** Does what was asked for in the panel. */
  act: (message: Exclude<FromWebview, { type: 'ready' }>, uri: Uri) => Promise<unknown>;
}

/** Makes the command. `onFailure`: for what goes wrong when nobody waits for it. */
export function createRunPanel<Message extends RunMessage | ReviewMessage>(
  extensionUri: Uri,
  server: ServerConnection,
  page: RunPanelPage<Message>,
  onFailure: (error: unknown) => void,
): RunPanel<Message> {
  let panel: WebviewPanel | undefined;
  let record: string | undefined;
  let last: Message | undefined;
  let listening: Disposable | undefined;

  const show = async (): Promise<void> => {
    if (panel === undefined || last === undefined) return;
    panel.title = last.words.title;
    await panel.webview.postMessage(last);
  };
  const ask = async (): Promise<void> => {
    if (record === undefined) return;
    last = await page.ask(server.client.code2ProtocolConverter.asUri(Uri.parse(record, true)));
    await show();
  };
  const open = (): WebviewPanel => {
    const opened = openPanel(extensionUri, page, (message) => {
      if (message.type === 'ready') {
        if (last !== undefined) void opened.webview.postMessage(last);
        return;
      }
      page.act(message, server.client.protocol2CodeConverter.asUri(message.uri)).catch(onFailure);
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
      await show();
    },
    shown: () => last,
    refresh: () => {
      if (panel !== undefined) ask().catch(onFailure);
    },
    dispose: () => void panel?.dispose(),
  };
}
