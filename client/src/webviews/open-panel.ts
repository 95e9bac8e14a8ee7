import { ViewColumn, window, type Uri, type WebviewPanel } from 'vscode';
import type { FromWebview } from '../../webviews/messages.ts';
import { createWebviewHtml, webviewRoot, type WebviewPage } from './webview-html.ts';
import { readMessage } from './read-message.ts';

/** Opens a page beside nothing else, in the editor's area; `onMessage` is called for what it says, "ready" first. */
export function openPanel(
  extensionUri: Uri,
  page: WebviewPage,
  onMessage: (message: FromWebview) => void,
): WebviewPanel {
  const panel = window.createWebviewPanel(
    `supervisionLens.${page.script}`,
    page.title,
    { viewColumn: ViewColumn.Active },
    { enableScripts: true, localResourceRoots: [webviewRoot(extensionUri)], enableFindWidget: true },
  );
  panel.webview.onDidReceiveMessage((value: unknown) => {
    const message = readMessage(value);
    if (message !== undefined) onMessage(message);
  });
  panel.webview.html = createWebviewHtml(panel.webview, extensionUri, page);
  return panel;
}
