import { CancellationError, commands, l10n, window } from 'vscode';
import { commandIds } from './commands/command-ids.ts';

/** Tells that the server isn't there, once, and what can be done about it. */
export async function tellUnavailable(): Promise<void> {
  const restart = l10n.t('Start again');
  const showOutput = l10n.t('Show output');
  const chosen = await window.showErrorMessage(
    l10n.t(
      'Supervision Lens isn’t running. Your notes are as you left them. You can start it again, or go on without it.',
    ),
    restart,
    showOutput,
  );
  if (chosen === restart) await commands.executeCommand(commandIds.restartServer);
  if (chosen === showOutput) await commands.executeCommand(commandIds.showOutput);
}

/** Tells that a command didn't work, unless it was only called off. The error itself belongs in the log. */
export async function tellFailed(error: unknown): Promise<void> {
  if (error instanceof CancellationError) return;
  const showOutput = l10n.t('Show output');
  const chosen = await window.showErrorMessage(
    l10n.t('That didn’t work, and nothing in your notes has changed. Please try again in a moment.'),
    showOutput,
  );
  if (chosen === showOutput) await commands.executeCommand(commandIds.showOutput);
}
