import { CodeActionKind } from 'vscode-languageserver';
import { foldedActionKinds } from '../../protocol.ts';

/** The kinds of code action that the server offers, for clients that ask for some only. */
export const codeActionKinds = {
  fix: CodeActionKind.QuickFix,
  /** Inserting a prompt that answers a finding. */
  prompt: CodeActionKind.QuickFix,
  switchOff: foldedActionKinds.switchOff,
  /** Tagging the passage at the cursor. */
  tag: foldedActionKinds.tag,
  /** Marking the passage at the cursor `#bring`. */
  bring: `${CodeActionKind.RefactorRewrite}.bring`,
  /** Taking a question to the group, bringing across what was left open. */
  carry: `${CodeActionKind.RefactorRewrite}.carry`,
  /** Adding what is missing, to the whole file; given only to those who ask for source actions. */
  complete: `${CodeActionKind.Source}.supervisionLens.complete`,
} as const;
