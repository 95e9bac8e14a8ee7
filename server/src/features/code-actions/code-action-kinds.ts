import { CodeActionKind } from 'vscode-languageserver';

/** The kinds of code action that the server offers, for clients that ask for some only. */
export const codeActionKinds = {
  fix: CodeActionKind.QuickFix,
  /** Inserting a prompt that answers a finding. */
  prompt: CodeActionKind.QuickFix,
  switchOff: `${CodeActionKind.QuickFix}.switchOff`,
  /** Tagging the passage at the cursor. */
  tag: `${CodeActionKind.RefactorRewrite}.culture`,
} as const;
