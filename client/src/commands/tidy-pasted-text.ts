import { Range, l10n, window } from 'vscode';
import { tidyRequest, type TidyParams, type TidyResult } from '../../../server/src/protocol.ts';
import type { ServerConnection } from '../server-connection.ts';

/**
 * Makes text that was pasted from a word processor into Markdown that reads well: the selected lines, else the whole
 * note. One step that one undo takes back; no word is lost.
 */
export async function tidyPastedText(server: ServerConnection): Promise<void> {
  const editor = window.activeTextEditor;
  if (editor?.document.languageId !== 'markdown') {
    void window.showInformationMessage(l10n.t('Please open the note that the text was pasted into.'));
    return;
  }
  const { document, selection } = editor;
  const version = document.version;
  const whole = document.validateRange(new Range(0, 0, document.lineCount, 0));
  const range = selection.isEmpty
    ? whole
    : new Range(selection.start.line, 0, selection.end.line, document.lineAt(selection.end.line).text.length);
  const before = document.getText(range);
  const params: TidyParams = { text: before };
  const { text } = await server.request<TidyResult>(tidyRequest, params);
  if (text === before) {
    void window.showInformationMessage(l10n.t('There is nothing to tidy here.'));
    return;
  }
  const done = document.version === version && (await editor.edit((edit) => edit.replace(range, text)));
  if (!done) {
    void window.showInformationMessage(
      l10n.t('The note has changed in the meantime, so nothing was tidied. Please try once more.'),
    );
  }
}
