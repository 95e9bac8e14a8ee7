import { ProgressLocation, QuickPickItemKind, l10n, window, workspace, type QuickPickItem } from 'vscode';
import { WorkDoneProgress } from 'vscode-languageclient';
import {
  checkWorkspaceRequest,
  type CheckWorkspaceParams,
  type CheckWorkspaceResult,
  type CheckedFile,
  type ProtocolPlace,
} from '../../../server/src/protocol.ts';
import type { ServerConnection } from '../server-connection.ts';
import { reveal } from './reveal.ts';

interface CheckedItem extends QuickPickItem {
  readonly uri?: string;
  readonly place?: ProtocolPlace;
}

/** Looks at all records of the workspace, shows what there is to look at as a list, and opens what is chosen. */
export async function checkWorkspace(server: ServerConnection): Promise<void> {
  if (workspace.workspaceFolders === undefined) {
    void window.showInformationMessage(l10n.t('Please open the folder that your notes are in.'));
    return;
  }
  const { summary, files } = await requestCheck(server);
  if (files.length === 0) {
    void window.showInformationMessage(summary);
    return;
  }
  const chosen = await window.showQuickPick<CheckedItem>(files.flatMap(itemsOf), {
    title: l10n.t('Check Workspace'),
    placeHolder: summary,
    matchOnDescription: true,
  });
  if (chosen?.uri === undefined) return;
  const uri = server.client.protocol2CodeConverter.asUri(chosen.uri);
  await reveal(uri.toString(), chosen.place);
}

/** Asks the server, with progress that can be called off: what was looked at until then is shown. */
function requestCheck(server: ServerConnection): Thenable<CheckWorkspaceResult> {
  const options = {
    location: ProgressLocation.Notification,
    title: l10n.t('Looking at your notes'),
    cancellable: true,
  };
  return window.withProgress(options, async (progress, token) => {
    await server.ready;
    const workDoneToken = `supervision-lens-check-${Date.now()}`;
    let shown = 0;
    const listening = server.client.onProgress(WorkDoneProgress.type, workDoneToken, (value) => {
      if (value.kind !== 'report') return;
      const increment = (value.percentage ?? shown) - shown;
      shown += increment;
      progress.report({ increment, ...(value.message !== undefined && { message: value.message }) });
    });
    try {
      const params: CheckWorkspaceParams = { workDoneToken };
      return await server.request<CheckWorkspaceResult>(checkWorkspaceRequest, params, token);
    } finally {
      listening.dispose();
    }
  });
}

/** A file's findings under its path. */
function itemsOf({ uri, path, findings, more }: CheckedFile): CheckedItem[] {
  const items = findings.map(({ message, range }): CheckedItem => ({
    label: message,
    description: l10n.t('line {0}', range.start.line + 1),
    uri,
    place: range.start,
  }));
  const rest: CheckedItem[] =
    more === 0
      ? []
      : [{ label: l10n.t('{0} more in this note', more), uri, place: { line: 0, character: 0 } }];
  return [{ label: path, kind: QuickPickItemKind.Separator }, ...items, ...rest];
}
