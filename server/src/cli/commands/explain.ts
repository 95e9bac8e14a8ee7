import { dirname, resolve } from 'node:path';
import { explainFile } from '../../analysis/explain.ts';
import { loadKnowledge } from '../../knowledge/knowledge.ts';
import { reportProblem, type CommandHost } from '../command-host.ts';
import { troubleLine } from '../files/find-configuration.ts';
import { shownPath } from '../files/find-files.ts';
import { describeUnread } from '../files/read-text-file.ts';
import { createRecordSource } from '../records/record-source.ts';
import { showMarkdown } from '../terminal/show-markdown.ts';
import { createTerminalStyle } from '../terminal/terminal-style.ts';

/** Explains one file. Resolves with the exit code, 2 where it or its configuration can't be read. */
export async function explain(path: string, host: CommandHost): Promise<0 | 2> {
  const knowledge = await loadKnowledge(host.loadData);
  const file = resolve(host.cwd, path);
  const shown = shownPath(host.cwd, file);
  const source = createRecordSource(knowledge, host.cwd, true);
  const read = await source.read({ file, path: shown, named: true, folder: dirname(file) });
  for (const trouble of source.troubles) await reportProblem(host, troubleLine(trouble));
  if (read === 'passed-over' || 'reason' in read) {
    if (read !== 'passed-over')
      await reportProblem(host, `supervision-lens: ${shown}: ${describeUnread(read, knowledge.messages)}`);
    return 2;
  }
  const { analysis, configuration } = read;
  const markdown = explainFile(analysis, configuration, knowledge.messages, { named: true });
  const style = createTerminalStyle(host);
  await host.output.write(`${style.bold(shown)}\n\n${showMarkdown(markdown, style)}`);
  return source.troubles.length === 0 ? 0 : 2;
}
