import type { CodeAction } from 'vscode-languageserver';
import { switchOffRule } from '../../configuration/switch-off-rule.ts';
import type { FeatureContext } from '../feature.ts';
import { replaceWhole } from '../positions.ts';
import type { ReadDocument } from '../read-document.ts';

/**
 * A code action with the edit that switches a rule off in the configuration file, which is made where there is none;
 * undefined where that can't be.
 */
export async function withConfigurationEdit(
  codeAction: CodeAction,
  rule: string,
  read: ReadDocument,
  context: FeatureContext,
): Promise<CodeAction | undefined> {
  const target = await context.configurationUri(read.document.uri);
  if (target === undefined) return undefined;
  const { workspaceEdit } = context.client.capabilities.workspace ?? {};
  const before = target.exists ? await context.readText(target.uri) : undefined;
  const newText = switchOffRule(before?.text ?? '', rule);
  if (newText === undefined) return undefined;
  const edits = [replaceWhole(before?.text, newText)];
  if (workspaceEdit?.documentChanges !== true) {
    // Without document changes there is no way to make a file.
    return target.exists ? { ...codeAction, edit: { changes: { [target.uri]: edits } } } : undefined;
  }
  const change = { textDocument: { uri: target.uri, version: before?.version ?? null }, edits };
  if (target.exists) return { ...codeAction, edit: { documentChanges: [change] } };
  if (workspaceEdit.resourceOperations?.includes('create') !== true) return undefined;
  return { ...codeAction, edit: { documentChanges: [{ kind: 'create', uri: target.uri }, change] } };
}
