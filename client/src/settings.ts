import { ConfigurationTarget, workspace } from 'vscode';
import { readCulturesMode, type CulturesMode } from './cultures/cultures-mode.ts';

/** The section that all settings of the extension stand in; also the client's id, which the trace setting hangs on. */
export const settingsSection = 'supervisionLens';

const culturesKey = 'cultures.show';

/** Whether the reading is shown in the status bar. */
export function isStatusBarEnabled(): boolean {
  return workspace.getConfiguration(settingsSection).get<boolean>('statusBar.enabled', true);
}

/** Whether the user wants to see the conversation with the server. */
export function isTraceEnabled(): boolean {
  const level = workspace.getConfiguration(settingsSection).get<string>('trace.server', 'off');
  return level === 'messages' || level === 'verbose';
}

/** Which passages are coloured and marked. */
export function readCulturesModeSetting(): CulturesMode {
  return readCulturesMode(workspace.getConfiguration(settingsSection).get(culturesKey));
}

/** Keeps which passages are coloured and marked: where the workspace has a say of its own there, else for the user. */
export async function writeCulturesModeSetting(mode: CulturesMode): Promise<void> {
  const settings = workspace.getConfiguration(settingsSection);
  const isOfWorkspace = settings.inspect(culturesKey)?.workspaceValue !== undefined;
  const target = isOfWorkspace ? ConfigurationTarget.Workspace : ConfigurationTarget.Global;
  await settings.update(culturesKey, mode, target);
}
