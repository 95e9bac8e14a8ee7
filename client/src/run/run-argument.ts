import { l10n, window } from 'vscode';
import { readUri } from '../commands/command-arguments.ts';

/**
 * The record, as VS Code writes its address, that a command about a run was called for: an address, a line of the list
 * of records, or else the active editor's. Says so where there is none.
 */
export function recordForRun(value: unknown): string | undefined {
  const uri = readUri(value) ?? recordOfNode(value) ?? window.activeTextEditor?.document.uri.toString();
  if (uri === undefined)
    void window.showInformationMessage(l10n.t('Please open a record of the run that you’d like to look at.'));
  return uri;
}

/** A group stands for its newest record that is in the run. */
function recordOfNode(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !('type' in value)) return undefined;
  const node = value as {
    record?: { uri?: unknown };
    group?: { records?: readonly { uri?: unknown; note?: unknown }[] };
  };
  const uri = node.record?.uri ?? node.group?.records?.find(({ note }) => note === '')?.uri;
  return typeof uri === 'string' ? uri : undefined;
}
