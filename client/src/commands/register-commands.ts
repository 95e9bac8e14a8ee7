import { Disposable, commands, type Memento, type Uri } from 'vscode';
import type { Drafting } from '../drafting.ts';
import { tellFailed, tellUnavailable } from '../messages.ts';
import type { Output } from '../output/output.ts';
import type { ServerConnection } from '../server-connection.ts';
import { checkWorkspace } from './check-workspace.ts';
import { choosePrompt } from './choose-prompt.ts';
import { commandIds } from './command-ids.ts';
import { copyCleanText } from './copy-clean-text.ts';
import { createExplainFile } from './explain-file.ts';
import { createExportPreview } from '../export/export-preview.ts';
import { exportReport } from '../export/export-report.ts';
import { insertPrompt } from './insert-prompt.ts';
import { keepMarks } from './keep-marks.ts';
import { keepPrivateFile } from './keep-private-file.ts';
import { newRecord } from './new-record.ts';
import { notThis } from './not-this.ts';
import { openPage } from './open-page.ts';
import { openSamples } from './open-samples.ts';
import { restartServer } from './restart-server.ts';
import { reveal } from './reveal.ts';
import { showCultures } from './show-cultures.ts';
import { showOutput } from './show-output.ts';
import { agree, overrule } from './tag-passage.ts';
import { tidyPastedText } from './tidy-pasted-text.ts';

/** What commands work with. */
export interface CommandSurroundings {
  readonly server: ServerConnection;
  readonly output: Output;
  readonly drafting: Drafting;
  readonly extensionUri: Uri;
  /** Of this workspace: whether the user was told of the files beside records. */
  readonly told: Memento;
  /** The extension's own folder for all workspaces. */
  readonly storage: Uri;
}

/** Registers all commands; a command that fails says so kindly, and the reason goes to the log. */
export function registerCommands(surroundings: CommandSurroundings): Disposable {
  const { server, output, drafting, extensionUri, told, storage } = surroundings;
  const explainFile = createExplainFile(server);
  const exportPreview = createExportPreview();
  const register = (id: string, run: (...values: readonly unknown[]) => unknown): Disposable =>
    commands.registerCommand(id, async (...values: unknown[]) => {
      try {
        await run(...values);
      } catch (error) {
        output.channel.error(error instanceof Error ? error : String(error));
        // Not awaited: whoever called the command needn't wait until the message is closed.
        void (server.client.isRunning() ? tellFailed(error) : tellUnavailable());
      }
    });
  return Disposable.from(
    explainFile,
    exportPreview,
    register(commandIds.explainFile, (uri) => explainFile.run(uri)),
    register(commandIds.agree, (target) => agree(server, told, target)),
    register(commandIds.overrule, (target) => overrule(server, told, target)),
    register(commandIds.askWhy, (target) => explainFile.runForPassage(target)),
    register(commandIds.showCultures, () => showCultures()),
    register(commandIds.pauseWhileDrafting, () => drafting.toggle()),
    register(commandIds.showFindings, () => drafting.end()),
    register(commandIds.tidyPastedText, () => tidyPastedText(server)),
    register(commandIds.openSamples, () => openSamples(extensionUri, storage)),
    register(commandIds.openHelp, () => openPage(extensionUri, undefined)),
    register(commandIds.openPage, (page) => openPage(extensionUri, page)),
    register(commandIds.newRecord, () => newRecord(server)),
    register(commandIds.insertPrompt, () => insertPrompt(server)),
    register(commandIds.choosePrompt, (uri, rule, place) => choosePrompt(server, uri, rule, place)),
    register(commandIds.notThis, (uri, range) => notThis(uri, range)),
    register(commandIds.checkWorkspace, () => checkWorkspace(server)),
    register(commandIds.keepMarks, (uri) => keepMarks(uri, told)),
    register(commandIds.reveal, (uri, place) => reveal(uri, place)),
    register(commandIds.keepFromGit, (uri) => keepPrivateFile(uri)),
    register(commandIds.copyCleanText, () => copyCleanText(server, 'all')),
    register(commandIds.copyCasePart, () => copyCleanText(server, 'case')),
    register(commandIds.copyPersonalPart, () => copyCleanText(server, 'personal')),
    register(commandIds.export, (value) => exportReport(server, exportPreview, value)),
    register(commandIds.showOutput, () => showOutput(output)),
    register(commandIds.restartServer, () => restartServer(server)),
  );
}
