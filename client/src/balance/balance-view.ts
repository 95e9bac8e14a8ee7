import { Disposable, Uri, l10n, window, type Event, type WebviewView } from 'vscode';
import { displayLanguage } from '../display-language.ts';
import { balanceRequest, type BalanceParams, type BalanceResult } from '../../../server/src/protocol.ts';
import type { BalanceMessage } from '../../webviews/messages.ts';
import { reveal } from '../commands/reveal.ts';
import type { Readings } from '../readings.ts';
import type { ServerConnection } from '../server-connection.ts';
import { readMessage } from '../webviews/read-message.ts';
import { createWebviewHtml, webviewRoot } from '../webviews/webview-html.ts';
import { balanceWords } from './balance-words.ts';

/** What the balance view works with. */
export interface BalanceSurroundings {
  readonly extensionUri: Uri;
  readonly server: ServerConnection;
  readonly readings: Readings;
  readonly onRecordsChanged: Event<void>;
  /** Told of each failure: the view then shows what it had. */
  readonly onFailure: (error: unknown) => void;
}

/** The balance view, for tests too. */
export interface BalanceView {
  /** Fires with what the view was last given to show. */
  readonly shown: () => BalanceMessage | undefined;
  readonly dispose: () => void;
}

/**
 * The balance of the record in the active editor. It is asked for only while the view can be seen: on each reading that
 * the server sends, so that it follows the typing, and when the run changes. One question is under way at a time.
 */
export function createBalanceView(surroundings: BalanceSurroundings): BalanceView {
  const { extensionUri, server, readings, onFailure } = surroundings;
  let view: WebviewView | undefined;
  let last: BalanceMessage | undefined;
  let asking = false;
  let again = false;
  // The record stays in view while the cursor is in this view, or in a file that is none.
  let record: string | undefined;

  const follow = (): void => {
    const uri = window.activeTextEditor?.document.uri.toString();
    if (uri !== undefined && readings.get(uri)?.recognised === true) record = uri;
  };
  const ask = async (): Promise<void> => {
    if (view?.visible !== true) return;
    if (asking) {
      again = true;
      return;
    }
    asking = true;
    try {
      do {
        again = false;
        follow();
        await show();
        // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- set while waiting
      } while (again);
    } catch (error) {
      onFailure(error);
    } finally {
      asking = false;
    }
  };
  const show = async (): Promise<void> => {
    const balance = record === undefined ? null : await requestBalance(server, record);
    const limited = balance?.cultures.some(({ passages }) => passages.limited > 0) === true;
    last = {
      type: 'balance',
      balance,
      words: balanceWords(balance?.run?.name ?? '', limited),
      language: displayLanguage(),
    };
    await view?.webview.postMessage(last);
  };
  const refresh = (): void => void ask();

  const provider = {
    resolveWebviewView: (opened: WebviewView): void => {
      view = opened;
      opened.webview.options = { enableScripts: true, localResourceRoots: [webviewRoot(extensionUri)] };
      opened.webview.onDidReceiveMessage((value: unknown) => {
        const message = readMessage(value);
        if (message?.type === 'ready') refresh();
        if (message?.type !== 'reveal') return;
        const uri = server.client.protocol2CodeConverter.asUri(message.uri).toString();
        reveal(uri, message.place).catch(onFailure);
      });
      opened.onDidChangeVisibility(refresh);
      opened.onDidDispose(() => {
        view = undefined;
      });
      opened.webview.html = createWebviewHtml(opened.webview, extensionUri, {
        script: 'balance',
        title: l10n.t('Balance'),
        inSideBar: true,
      });
    },
  };
  const registrations = Disposable.from(
    window.registerWebviewViewProvider('supervisionLens.balance', provider),
    readings.onReading(refresh),
    readings.onClear(() => {
      record = undefined;
    }),
    window.onDidChangeActiveTextEditor(refresh),
    surroundings.onRecordsChanged(refresh),
  );
  return { shown: () => last, dispose: () => void registrations.dispose() };
}

async function requestBalance(server: ServerConnection, uri: string): Promise<BalanceResult> {
  const params: BalanceParams = { uri: server.client.code2ProtocolConverter.asUri(Uri.parse(uri, true)) };
  return server.request<BalanceResult>(balanceRequest, params);
}
