import { window } from 'vscode';
import type { Place } from './command-arguments.ts';

/** Where the cursor is in the active Markdown editor, or undefined without one. */
export function cursorPlace(): { readonly uri: string; readonly position: Place } | undefined {
  const editor = window.activeTextEditor;
  if (editor?.document.languageId !== 'markdown') return undefined;
  const { line, character } = editor.selection.active;
  return { uri: editor.document.uri.toString(), position: { line, character } };
}
