import { l10n } from 'vscode';
import type { BalanceWords } from '../../webviews/messages.ts';

/** The words of the balance view; `runName` is whose run is shown. */
export function balanceWords(runName: string, limited: boolean): BalanceWords {
  return {
    empty: l10n.t('Open a record, and what it is about is shown here.'),
    doneWell: l10n.t('Done well:'),
    chart: l10n.t('Shares of the words that are about something'),
    chartHint: l10n.t('The same figures are in the table below.'),
    guessedNote: l10n.t('Outlined without filling: passages that were hard to tell, by best guess.'),
    figures: l10n.t('In figures: shares of words, the part of them that was guessed, and passages'),
    about: l10n.t('About'),
    share: l10n.t('Share'),
    guessed: l10n.t('Guessed'),
    passages: l10n.t('Passages'),
    limited: limited
      ? l10n.t('Some passages are counted and not shown, since who may see them is limited.')
      : '',
    none: l10n.t('Not written about here, as far as can be told.'),
    run: runName === '' ? '' : l10n.t('The run of {0}', runName),
    runChart: l10n.t('What each record of the run is about'),
    record: l10n.t('Record'),
  };
}
