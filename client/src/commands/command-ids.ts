import { clientCommands } from '../../../server/src/protocol.ts';

/** The commands of the client, as the manifest lists them. */
export const commandIds = {
  ...clientCommands,
  newRecord: 'supervisionLens.newRecord',
  insertPrompt: 'supervisionLens.insertPrompt',
  checkWorkspace: 'supervisionLens.checkWorkspace',
  showCultures: 'supervisionLens.showCultures',
  pauseWhileDrafting: 'supervisionLens.pauseWhileDrafting',
  showFindings: 'supervisionLens.showFindings',
  tidyPastedText: 'supervisionLens.tidyPastedText',
  openSamples: 'supervisionLens.openSamples',
  openHelp: 'supervisionLens.openHelp',
  copyCleanText: 'supervisionLens.copyCleanText',
  copyCasePart: 'supervisionLens.copyCasePart',
  copyPersonalPart: 'supervisionLens.copyPersonalPart',
  export: 'supervisionLens.export',
  filterRecordsByKind: 'supervisionLens.filterRecordsByKind',
  filterRecordsByOpen: 'supervisionLens.filterRecordsByOpen',
  showAllRecords: 'supervisionLens.showAllRecords',
  reviewRun: 'supervisionLens.reviewRun',
  showRun: 'supervisionLens.showRun',
  commentHere: 'supervisionLens.commentHere',
  addComment: 'supervisionLens.addComment',
  removeComment: 'supervisionLens.removeComment',
  showOutput: 'supervisionLens.showOutput',
  restartServer: 'supervisionLens.restartServer',
} as const;
