import { Uri, l10n, env, type Webview } from 'vscode';

/** Which page a webview shows. */
export interface WebviewPage {
  /** The name of its script under `dist/webviews`. */
  readonly script: 'balance' | 'run' | 'review';
  readonly title: string;
  /** Whether it stands in a side bar, not in the editor's area. */
  readonly inSideBar?: boolean;
}

/** The folder that webviews may load files from: nothing else of the disk is open to them. */
export function webviewRoot(extensionUri: Uri): Uri {
  return Uri.joinPath(extensionUri, 'dist', 'webviews');
}

/**
 * The page of a webview: an empty body, one script and one style sheet, both files of the extension. Its policy allows
 * nothing else, neither inline script nor inline style nor any connection; records come in as messages, as data.
 */
export function createWebviewHtml(webview: Webview, extensionUri: Uri, page: WebviewPage): string {
  const file = (name: string): string =>
    webview.asWebviewUri(Uri.joinPath(webviewRoot(extensionUri), name)).toString();
  const nonce = createNonce();
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${webview.cspSource}`,
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${escapeAttribute(env.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeAttribute(page.title)}</title>
<link rel="stylesheet" href="${file('webviews.css')}">
</head>
<body${page.inSideBar === true ? ' class="side"' : ''}>
<noscript>${escapeAttribute(l10n.t('This view needs scripts, which are switched off here.'))}</noscript>
<script nonce="${nonce}" src="${file(`${page.script}.js`)}"></script>
</body>
</html>`;
}

function createNonce(): string {
  return crypto.randomUUID().replaceAll('-', '');
}

function escapeAttribute(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
