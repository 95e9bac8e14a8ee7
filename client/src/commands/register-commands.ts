import { Disposable, commands } from 'vscode';
import { tellFailed, tellUnavailable } from '../messages.ts';
import type { Output } from '../output/output.ts';
import type { ServerConnection } from '../server-connection.ts';
import { checkWorkspace } from './check-workspace.ts';
import { choosePrompt } from './choose-prompt.ts';
import { commandIds } from './command-ids.ts';
import { copyCleanText } from './copy-clean-text.ts';
import { createExplainFile } from './explain-file.ts';
import { insertPrompt } from './insert-prompt.ts';
import { newRecord } from './new-record.ts';
import { restartServer } from './restart-server.ts';
import { reveal } from './reveal.ts';
import { showOutput } from './show-output.ts';

/** What commands work with. */
export interface CommandSurroundings {
  readonly server: ServerConnection;
  readonly output: Output;
}

/** Registers all commands; a command that fails says so kindly, and the reason goes to the log. */
export function registerCommands(surroundings: CommandSurroundings): Disposable {
  const { server, output } = surroundings;
  const explainFile = createExplainFile(server);
  const register = (id: string, run: (...values: readonly unknown[]) => Promise<void>): Disposable =>
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
    register(commandIds.explainFile, (uri) => explainFile.run(uri)),
    register(commandIds.newRecord, () => newRecord(server)),
    register(commandIds.insertPrompt, () => insertPrompt(server)),
    register(commandIds.choosePrompt, (uri, rule, place) => choosePrompt(server, uri, rule, place)),
    register(commandIds.checkWorkspace, () => checkWorkspace(server)),
    register(commandIds.reveal, (uri, place) => reveal(uri, place)),
    register(commandIds.copyCleanText, () => copyCleanText(server, 'all')),
    register(commandIds.copyCasePart, () => copyCleanText(server, 'case')),
    register(commandIds.copyPersonalPart, () => copyCleanText(server, 'personal')),
    register(commandIds.showOutput, () => showOutput(output)),
    register(commandIds.restartServer, () => restartServer(server)),
  );
}
