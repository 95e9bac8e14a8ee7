import { workspace } from 'vscode';

/** The section that all settings of the extension stand in; also the client's id, which the trace setting hangs on. */
export const settingsSection = 'supervisionLens';

/** Whether the reading is shown in the status bar. */
export function isStatusBarEnabled(): boolean {
  return workspace.getConfiguration(settingsSection).get<boolean>('statusBar.enabled', true);
}

/** Whether the user wants to see the conversation with the server. */
export function isTraceEnabled(): boolean {
  const level = workspace.getConfiguration(settingsSection).get<string>('trace.server', 'off');
  return level === 'messages' || level === 'verbose';
}
