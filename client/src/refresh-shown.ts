import { workspace } from 'vscode';
import {
  CodeLensRequest,
  DocumentDiagnosticRequest,
  InlayHintRequest,
  type BaseLanguageClient,
} from 'vscode-languageclient';

/** Has VS Code ask anew for all that is shown about open notes. */
export function refreshShown(client: BaseLanguageClient): void {
  const document = workspace.textDocuments.find(({ languageId }) => languageId === 'markdown');
  if (document === undefined || !client.isRunning()) return;
  // One provider stands for all documents of its kind.
  const diagnostics = client.getFeature(DocumentDiagnosticRequest.method).getProvider(document);
  diagnostics?.onDidChangeDiagnosticsEmitter.fire();
  const lenses = client.getFeature(CodeLensRequest.method).getProvider(document);
  lenses?.onDidChangeCodeLensEmitter.fire();
  const hints = client.getFeature(InlayHintRequest.method).getProvider(document);
  hints?.onDidChangeInlayHints.fire();
}
