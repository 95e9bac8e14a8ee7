import { l10n } from 'vscode';
import type { ProtocolCulture, RunView } from '../../../server/src/protocol.ts';
import type { RunWords } from '../../webviews/messages.ts';

/** The plain names of the four cultures, in the order of the paper's Table 1. */
export function cultureNames(): Record<ProtocolCulture, string> {
  return {
    professional: l10n.t('the practice'),
    managed: l10n.t('the work'),
    humanistic: l10n.t('the person'),
    democratic: l10n.t('together and power'),
  };
}

/** The words of the view of a run. */
export function runWords(run: RunView | null): RunWords {
  const name = run?.name ?? '';
  const isTeam = run?.by === 'team';
  return {
    title: name === '' ? l10n.t('A run of records') : l10n.t('The run of {0}', name),
    intro: l10n.t('What is written down over time. What isn’t on the page may well have been in the room.'),
    chart: l10n.t('What each record of the run is about'),
    record: l10n.t('Record'),
    about: l10n.t('Mostly about'),
    quiet: l10n.t('Not written about for a while'),
    quietNone: l10n.t('Each of the four stands in at least one of the last records, as far as can be told.'),
    findings: l10n.t('Something you might want to look at'),
    questions: l10n.t('Questions for you'),
    questionsIntro: isTeam
      ? l10n.t('Under each question are the passages that may bear on it. The answer is yours.')
      : l10n.t('Passages that may bear on it are given where there are any. The answer is yours.'),
    observations: l10n.t('A community of practice: what the notes happen to show'),
    styles: l10n.t('Ways of leading that the notes show'),
    told: l10n.t('As the newest record says'),
    undated: l10n.t('Without a date'),
    undatedHint: l10n.t('These seem to belong here, but their date has no year or can’t be told.'),
  };
}
