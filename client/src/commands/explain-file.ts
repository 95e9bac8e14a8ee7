import {
  Disposable,
  EventEmitter,
  Uri,
  commands,
  l10n,
  window,
  workspace,
  type CancellationToken,
} from 'vscode';
import { explainRequest, type ExplainParams, type ExplainResult } from '../../../server/src/protocol.ts';
import type { ServerConnection } from '../server-connection.ts';
import { readUri } from './command-arguments.ts';
import { explanationPath } from './explanation-path.ts';

/** Documents that only the server's words stand in; the address of the explained file is their query. */
const scheme = 'supervision-lens';

/** The command that explains a file, and the documents which it opens. */
export interface ExplainFile {
  readonly dispose: () => void;
  /** Explains a file, by default that of the active editor. */
  run: (uri: unknown) => Promise<void>;
}

/** Explanations are asked for when they're shown, kept nowhere, and shown as a Markdown preview. */
export function createExplainFile(server: ServerConnection): ExplainFile {
  const changed = new EventEmitter<Uri>();

  const provideText = async ({ query }: Uri, token?: CancellationToken): Promise<string> => {
    const params: ExplainParams = { uri: server.client.code2ProtocolConverter.asUri(Uri.parse(query, true)) };
    const { markdown } = await server.request<ExplainResult>(explainRequest, params, token);
    return markdown;
  };

  const run = async (value: unknown): Promise<void> => {
    const address = readUri(value) ?? window.activeTextEditor?.document.uri.toString();
    if (address === undefined) {
      void window.showInformationMessage(l10n.t('Please open the file that you’d like to have explained.'));
      return;
    }
    const file = Uri.parse(address, true);
    const explanation = Uri.from({
      scheme,
      path: explanationPath(l10n.t('About'), file.path),
      query: file.toString(),
    });
    // Asked for here too, so that a failure is told: VS Code would show an explanation that it still has.
    await provideText(explanation);
    changed.fire(explanation);
    await showPreview(explanation);
  };

  const registration = workspace.registerTextDocumentContentProvider(scheme, {
    onDidChange: changed.event,
    provideTextDocumentContent: provideText,
  });
  const registrations = Disposable.from(registration, changed);
  return {
    run,
    dispose: () => {
      registrations.dispose();
    },
  };
}

/** Shows Markdown as it should be read, or its source where the editor's Markdown preview is switched off. */
async function showPreview(uri: Uri): Promise<void> {
  const document = await workspace.openTextDocument(uri);
  try {
    await commands.executeCommand('markdown.showPreview', uri);
  } catch {
    await window.showTextDocument(document, { preview: true });
  }
}
