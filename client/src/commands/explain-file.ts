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
import {
  explainPassageRequest,
  explainRequest,
  type ExplainParams,
  type ExplainPassageParams,
  type ExplainPassageResult,
  type ExplainResult,
} from '../../../server/src/protocol.ts';
import type { ServerConnection } from '../server-connection.ts';
import { readUri, type Place } from './command-arguments.ts';
import { cursorPlace } from './cursor-place.ts';
import { explanationPath } from './explanation-path.ts';
import { readPassageTarget } from './passage-place.ts';

/** Documents that only the server's words stand in; the address of the explained file is their query. */
const scheme = 'supervision-lens';

/** The command that explains a file, and the documents which it opens. */
export interface ExplainFile {
  readonly dispose: () => void;
  /** Explains a file, by default that of the active editor. */
  run: (uri: unknown) => Promise<void>;
  /** Explains how a passage was read, by default the one at the cursor. */
  runForPassage: (target: unknown) => Promise<void>;
}

/** Explanations are asked for when they're shown, kept nowhere, and shown as a Markdown preview. */
export function createExplainFile(server: ServerConnection): ExplainFile {
  const changed = new EventEmitter<Uri>();

  const provideText = async ({ query, fragment }: Uri, token?: CancellationToken): Promise<string> => {
    const uri = server.client.code2ProtocolConverter.asUri(Uri.parse(query, true));
    const position = parsePlace(fragment);
    if (position === undefined) {
      const params: ExplainParams = { uri };
      return (await server.request<ExplainResult>(explainRequest, params, token)).markdown;
    }
    const params: ExplainPassageParams = { uri, position };
    const answer = await server.request<ExplainPassageResult>(explainPassageRequest, params, token);
    return answer?.markdown ?? l10n.t('There is no passage here any more.');
  };

  const show = async (explanation: Uri): Promise<void> => {
    // Asked for here too, so that a failure is told: VS Code would show an explanation that it still has.
    await provideText(explanation);
    changed.fire(explanation);
    await showPreview(explanation);
  };

  const run = async (value: unknown): Promise<void> => {
    const address = readUri(value) ?? window.activeTextEditor?.document.uri.toString();
    if (address === undefined) {
      void window.showInformationMessage(l10n.t('Please open the file that you’d like to have explained.'));
      return;
    }
    const file = Uri.parse(address, true);
    const path = explanationPath(l10n.t('About'), file.path);
    await show(Uri.from({ scheme, path, query: file.toString() }));
  };

  const runForPassage = async (value: unknown): Promise<void> => {
    const target = readPassageTarget(value, cursorPlace());
    if (target === undefined) {
      void window.showInformationMessage(
        l10n.t('Please put the cursor into a passage of a supervision record.'),
      );
      return;
    }
    const { line, character } = target.position;
    const path = explanationPath(l10n.t('A passage of'), Uri.parse(target.uri, true).path);
    await show(Uri.from({ scheme, path, query: target.uri, fragment: `${line}:${character}` }));
  };

  const registration = workspace.registerTextDocumentContentProvider(scheme, {
    onDidChange: changed.event,
    provideTextDocumentContent: provideText,
  });
  const registrations = Disposable.from(registration, changed);
  return {
    run,
    runForPassage,
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

/** A place from an address's fragment, `line:character`; undefined where there is none. */
function parsePlace(fragment: string): Place | undefined {
  const match = /^(\d+):(\d+)$/.exec(fragment);
  return match === null ? undefined : { line: Number(match[1]), character: Number(match[2]) };
}
