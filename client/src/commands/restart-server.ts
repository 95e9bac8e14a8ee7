import { l10n, window } from 'vscode';
import type { ServerConnection } from '../server-connection.ts';

const messageMs = 4000;

/** Ends the server and starts a new one. Where that fails, the connection tells the user itself. */
export async function restartServer(server: ServerConnection): Promise<void> {
  const restarted = server.restart().then(
    () => true,
    () => false,
  );
  window.setStatusBarMessage(l10n.t('Supervision Lens is starting again…'), restarted);
  if (await restarted) window.setStatusBarMessage(l10n.t('Supervision Lens is running again.'), messageMs);
}
