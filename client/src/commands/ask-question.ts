import { InputBoxValidationSeverity, l10n, window } from 'vscode';
import { looksLikeFullName, type RecordQuestion } from './record-questions.ts';

/** Asks one question; the answer may be empty, and is undefined where the user called it off. */
export async function askQuestion(
  title: string,
  { field, wording }: RecordQuestion,
): Promise<string | undefined> {
  const answer = await window.showInputBox({
    title,
    prompt: l10n.t('{0} Leave it empty to fill it in later.', questionText(wording)),
    ignoreFocusOut: true,
    validateInput: (value) =>
      field !== 'team' && looksLikeFullName(value)
        ? {
            message: l10n.t('Initials are enough, and kinder to file. Enter takes what you’ve typed.'),
            severity: InputBoxValidationSeverity.Info,
          }
        : undefined,
  });
  return answer?.trim();
}

function questionText(wording: RecordQuestion['wording']): string {
  switch (wording) {
    case 'supervisee':
      return l10n.t('Whose supervision is it? Initials are enough.');
    case 'present':
      return l10n.t('Who is there? Initials, with commas between them.');
    case 'student':
      return l10n.t('Whose log is it? Initials are enough.');
    case 'writer':
      return l10n.t('Whose journal is it? Initials are enough.');
    case 'supervisor':
      return l10n.t('Who supervises? Initials are enough.');
    case 'facilitator':
      return l10n.t('Who facilitates? Initials are enough.');
    case 'educator':
      return l10n.t('Who supervises, observes or assesses? Initials are enough.');
    case 'team':
      return l10n.t('Which team?');
    case 'placement':
      return l10n.t('Which placement or team?');
  }
}
