import { l10n, window } from 'vscode';
import type { ServerConnection } from '../server-connection.ts';
import { offerPrompts } from './choose-prompt.ts';

/** Lets the user choose a prompt for the place where the cursor is. */
export async function insertPrompt(server: ServerConnection): Promise<void> {
  const editor = window.activeTextEditor;
  if (editor?.document.languageId !== 'markdown') {
    void window.showInformationMessage(
      l10n.t('Please open a note and put the cursor where the prompt should go.'),
    );
    return;
  }
  const { line, character } = editor.selection.active;
  await offerPrompts(server, { uri: editor.document.uri, place: { line, character }, rule: undefined });
}
