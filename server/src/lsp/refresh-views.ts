import type { ClientCapabilities, Connection } from 'vscode-languageserver';

/** Asks the client to ask anew for what it shows beside a text, as far as it can do so. */
export function refreshViews(
  connection: Connection,
  { workspace }: ClientCapabilities,
  onError: (error: unknown) => void,
): void {
  if (workspace?.diagnostics?.refreshSupport === true) void connection.languages.diagnostics.refresh();
  if (workspace?.codeLens?.refreshSupport === true)
    void connection.sendRequest('workspace/codeLens/refresh').catch(onError);
  if (workspace?.inlayHint?.refreshSupport === true)
    void connection.languages.inlayHint.refresh().catch(onError);
}
