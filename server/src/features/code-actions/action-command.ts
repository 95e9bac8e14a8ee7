import type { ClientCapabilities } from 'vscode-languageserver';

/** The server's command that does what a code action would, for clients that know commands only. */
export const applyActionCommand = 'supervisionLens.applyAction';

/**
 * How a client can be offered what can be done: as code actions, as commands that the server runs through
 * `workspace/applyEdit`, or not at all.
 */
export function actionForm({ textDocument, workspace }: ClientCapabilities): 'action' | 'command' | 'none' {
  if (textDocument?.codeAction?.codeActionLiteralSupport !== undefined) return 'action';
  return workspace?.applyEdit === true ? 'command' : 'none';
}
