import { clientCommands } from '../../../server/src/protocol.ts';

/** The commands of the client, as the manifest lists them. */
export const commandIds = {
  ...clientCommands,
  newRecord: 'supervisionLens.newRecord',
  insertPrompt: 'supervisionLens.insertPrompt',
  checkWorkspace: 'supervisionLens.checkWorkspace',
  showOutput: 'supervisionLens.showOutput',
  restartServer: 'supervisionLens.restartServer',
} as const;
