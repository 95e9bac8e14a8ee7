import { ProgressLocation, UIKind, Uri, env, l10n, window, workspace } from 'vscode';
import { exportRequest, type ExportParams, type ExportResult } from '../../../server/src/protocol.ts';
import { localDay } from '../commands/local-day.ts';
import { recordForRun } from '../run/run-argument.ts';
import type { ServerConnection } from '../server-connection.ts';
import { describeWriteFailure, writeWholeFile } from '../write-whole-file.ts';
import { askExport } from './ask-export.ts';
import type { ExportPreview } from './export-preview.ts';
import { readExportArguments, type ExportChoices } from './export-request.ts';

/**
 * Writes a report of a note or its run where the user wants it: asked in plain words, shown before it is kept where
 * something is taken out or left in, written whole or not at all. Resolves with the file, or undefined after Escape or
 * where there is nothing to hand on.
 */
export async function exportReport(
  server: ServerConnection,
  preview: ExportPreview,
  value: unknown,
): Promise<Uri | undefined> {
  const given = readExportArguments(value);
  const record = given.uri ?? recordForRun(value);
  if (record === undefined) return undefined;
  const uri = Uri.parse(record, true);
  const choices = await askExport(given);
  if (choices === undefined) return undefined;
  const made = await request(server, uri, choices);
  if (made.outcome === 'refused') {
    void window.showInformationMessage(made.message);
    return undefined;
  }
  const place = given.target === undefined ? undefined : Uri.parse(given.target, true);
  if (place === undefined && !(await looksRight(choices, made, preview))) return undefined;
  const target = place ?? (await askPlace(uri, made.fileName));
  if (target === undefined) return undefined;
  const name = target.path.slice(target.path.lastIndexOf('/') + 1);
  try {
    await writeWholeFile(target, decodeBase64(made.content));
  } catch (error) {
    const why = describeWriteFailure(error, name);
    if (why === undefined) throw error;
    void window.showErrorMessage(why);
    return undefined;
  }
  void tellWritten(target, name, made.summary);
  return target;
}

function request(server: ServerConnection, uri: Uri, choices: ExportChoices): Thenable<ExportResult> {
  const { what, ...rest } = choices;
  const params: ExportParams = {
    uri: server.client.code2ProtocolConverter.asUri(uri),
    ...rest,
    what: what === 'record' ? 'record' : 'run',
    panel: what === 'panel',
    today: localDay(new Date()),
  };
  const options = {
    location: ProgressLocation.Notification,
    title: l10n.t('Writing your report'),
    cancellable: true,
  };
  return window.withProgress(options, (_, token) =>
    server.request<ExportResult>(exportRequest, params, token),
  );
}

/** Shows the words where something was taken out or is left in on purpose, and asks; false: not like this. */
async function looksRight(
  { redact, withMarks, format }: ExportChoices,
  made: ExportResult & { outcome: 'made' },
  preview: ExportPreview,
): Promise<boolean> {
  if (format === 'qdc' || (!redact && !withMarks)) return true;
  await preview.show(made.fileName, made.preview);
  const keep = l10n.t('Save…');
  const question = redact
    ? l10n.t('These are the words that go out. Some names may have been missed. Is it all right like this?')
    : l10n.t('These are the words that go out, with tags and questions. Is it all right like this?');
  // A notification would be gone before a long report is read; this stays beside the words until it's answered.
  const chosen = await window.showQuickPick([keep, l10n.t('Not yet')], {
    title: question,
    placeHolder: l10n.t('You can read and scroll first.'),
    ignoreFocusOut: true,
  });
  return chosen === keep;
}

function askPlace(record: Uri, fileName: string): Thenable<Uri | undefined> {
  const folder = workspace.getWorkspaceFolder(record)?.uri;
  const beside = record.scheme === 'untitled' ? folder : Uri.joinPath(record, '..');
  return window.showSaveDialog({
    title: l10n.t('Where should the report be kept?'),
    ...(beside !== undefined && { defaultUri: Uri.joinPath(beside, fileName) }),
  });
}

async function tellWritten(target: Uri, name: string, summary: string): Promise<void> {
  const open = l10n.t('Open');
  // In a browser and on a remote machine there is no program that could open it.
  const canOpen = target.scheme === 'file' && env.uiKind === UIKind.Desktop && env.remoteName === undefined;
  const message = l10n.t('“{0}” is written. {1}', name, summary);
  const chosen = await window.showInformationMessage(message, ...(canOpen ? [open] : []));
  if (chosen === open) await env.openExternal(target);
}

function decodeBase64(content: string): Uint8Array {
  return Uint8Array.from(atob(content), (character) => character.charCodeAt(0));
}
