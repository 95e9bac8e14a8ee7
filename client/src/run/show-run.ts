import type { Uri } from 'vscode';
import { runRequest, type RunParams, type RunResult } from '../../../server/src/protocol.ts';
import type { RunMessage } from '../../webviews/messages.ts';
import { reveal } from '../commands/reveal.ts';
import { displayLanguage } from '../display-language.ts';
import type { ServerConnection } from '../server-connection.ts';
import { createRunPanel, type RunPanel, type RunPanelPage } from './run-panel.ts';
import { cultureNames, runWords } from './run-words.ts';

/** Shows the run of a record: its trend, what has been quiet, the questions for its leader. */
export function createShowRun(
  extensionUri: Uri,
  server: ServerConnection,
  onFailure: (error: unknown) => void,
): RunPanel<RunMessage> {
  const page: RunPanelPage<RunMessage> = {
    script: 'run',
    title: runWords(null).title,
    async ask(uri) {
      const params: RunParams = { uri };
      const { run, message } = await server.request<RunResult>(runRequest, params);
      const words = runWords(run);
      return { type: 'run', run, message, words, names: cultureNames(), language: displayLanguage() };
    },
    async act({ type, place }, uri) {
      if (type === 'reveal') await reveal(uri.toString(), place);
    },
  };
  return createRunPanel(extensionUri, server, page, onFailure);
}
