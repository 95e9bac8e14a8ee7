import { Disposable, StatusBarAlignment, l10n, window, workspace } from 'vscode';
import { clientCommands } from '../../server/src/protocol.ts';
import { commandIds } from './commands/command-ids.ts';
import type { Drafting } from './drafting.ts';
import type { Pause } from './pause.ts';
import type { Readings } from './readings.ts';
import { isStatusBarEnabled, settingsSection } from './settings.ts';
import { describeReading } from './status-bar-text.ts';

/**
 * Shows the reading of the note in the active editor, in words; clicking on it explains it. Hidden for files
 * that aren't records. Changes only when the writer pauses. While somebody drafts it says so instead.
 */
export function createStatusBar(readings: Readings, pause: Pause, drafting: Drafting): Disposable {
  const item = window.createStatusBarItem('reading', StatusBarAlignment.Right, 100);
  item.name = l10n.t('Supervision Lens: reading');

  const showDrafting = (): void => {
    item.text = `$(edit) ${l10n.t('Drafting')}`;
    item.tooltip = l10n.t('Nothing is said about your notes until you ask. Click to see what there is.');
    item.accessibilityInformation = {
      label: l10n.t('Supervision Lens: drafting. Nothing is said about your notes until you ask.'),
      role: 'button',
    };
    item.command = commandIds.pauseWhileDrafting;
    item.show();
  };

  const refresh = (): void => {
    if (drafting.isOn()) {
      showDrafting();
      return;
    }
    const uri = window.activeTextEditor?.document.uri.toString();
    const shown = uri === undefined || !isStatusBarEnabled() ? undefined : describeReading(readings.get(uri));
    if (uri === undefined || shown === undefined) {
      item.hide();
      return;
    }
    item.text = shown.text;
    item.tooltip = shown.tooltip;
    item.accessibilityInformation = { label: shown.label, role: 'button' };
    item.command = {
      title: l10n.t('Explain this file'),
      command: clientCommands.explainFile,
      arguments: [uri],
    };
    item.show();
  };

  refresh();
  return Disposable.from(
    item,
    readings.onReading(({ uri }) => void pause.wait(uri).then(refresh)),
    readings.onClear(refresh),
    drafting.onChange(refresh),
    window.onDidChangeActiveTextEditor(refresh),
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration(settingsSection)) refresh();
    }),
  );
}
