import { Disposable, LanguageStatusSeverity, l10n, languages, window } from 'vscode';
import { commandIds } from './commands/command-ids.ts';
import type { Drafting } from './drafting.ts';
import type { Readings } from './readings.ts';

/**
 * In the menu of the language (the braces beside "Markdown" in the status bar): the reading of the note in words and
 * the way to "why is nothing flagged here?", and whether findings are shown or wait.
 */
export function createLanguageStatus(readings: Readings, drafting: Drafting): Disposable {
  const selector = { language: 'markdown' };
  const reading = languages.createLanguageStatusItem('supervisionLens.reading', selector);
  reading.name = l10n.t('Supervision Lens: reading');
  const pausing = languages.createLanguageStatusItem('supervisionLens.drafting', selector);
  pausing.name = l10n.t('Supervision Lens: findings');

  const refresh = (): void => {
    const uri = window.activeTextEditor?.document.uri.toString();
    const known = uri === undefined ? undefined : readings.get(uri);
    const isRecord = known?.recognised === true;
    reading.text = isRecord ? known.words : l10n.t('Not read as a supervision record');
    reading.detail = isRecord ? known.detail : '';
    reading.command = {
      title: isRecord ? l10n.t('Why is nothing flagged here?') : l10n.t('Why not?'),
      command: commandIds.explainFile,
      arguments: uri === undefined ? [] : [uri],
    };
    const isOn = drafting.isOn();
    pausing.text = isOn ? l10n.t('Findings wait until you ask') : l10n.t('Findings come when you pause');
    pausing.severity = isOn ? LanguageStatusSeverity.Warning : LanguageStatusSeverity.Information;
    pausing.command = {
      title: isOn ? l10n.t('Show them now') : l10n.t('Pause while drafting'),
      command: commandIds.pauseWhileDrafting,
    };
  };

  refresh();
  return Disposable.from(
    reading,
    pausing,
    readings.onReading(refresh),
    readings.onClear(refresh),
    drafting.onChange(refresh),
    window.onDidChangeActiveTextEditor(refresh),
  );
}
