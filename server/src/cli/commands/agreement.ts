import { resolve } from 'node:path';
import { messageIn, type Messages } from '../../balance/messages.ts';
import type { PassageLabel } from '../../terms/cultures.ts';
import { loadKnowledge, type Knowledge } from '../../knowledge/knowledge.ts';
import { fillMessage, type MessageValues } from '../../text/message.ts';
import type { AgreementOptions } from '../arguments.ts';
import { reportProblem, stoppedExit, type CommandHost } from '../command-host.ts';
import { troubleLine } from '../files/find-configuration.ts';
import { findFiles, shownPath } from '../files/find-files.ts';
import { readLabels, type GivenLabel } from './read-labels.ts';
import { describeUnread, readTextFile } from '../files/read-text-file.ts';
import { createRegions } from '../output/record-entry.ts';
import { nameRecords, passageId } from '../../report/content/record-names.ts';
import { createRecordSource } from '../records/record-source.ts';
import { createTerminalStyle } from '../terminal/terminal-style.ts';
import { writeAgreement, type ComparedPassage } from './write-agreement.ts';

/** What the other side made of a passage: a second reader, or this tool. */
interface OtherReading {
  readonly label: PassageLabel;
  /** False where the tool would rather have said nothing. */
  readonly decided: boolean;
  readonly where: string | undefined;
}

/**
 * Compares a file of labels with what is read in records, or with a second file of labels, and writes how far
 * they agree. Resolves with the exit code: 2 where something can't be read, or no passage is in both.
 */
export async function agreement(options: AgreementOptions, host: CommandHost): Promise<number> {
  const knowledge = await loadKnowledge(host.loadData);
  const { messages } = knowledge;
  const wanted = await readLabelFile(options.labels, host, messages);
  if (wanted === undefined) return 2;
  const other =
    'with' in options
      ? await readOther(options.with, host, messages)
      : await readRecords(options.paths, host, knowledge);
  const stopped = host.stopped();
  if (stopped !== undefined) return stoppedExit[stopped];
  if (other === undefined) return 2;
  const compared = [...wanted].flatMap(([id, { primary }]): ComparedPassage[] => {
    const given = other.readings.get(id);
    return given === undefined
      ? []
      : [{ id, wanted: primary, given: given.label, decided: given.decided, where: given.where }];
  });
  const say = (name: string, values: MessageValues): string =>
    fillMessage(messageIn(messages.cli, name), values);
  if (compared.length === 0) {
    await reportProblem(host, `supervision-lens: ${say('agreement-nothing', { file: options.labels })}`);
    return 2;
  }
  await writeAgreement(
    {
      compared,
      others: 'with' in options,
      unmatched: wanted.size - compared.length,
      unlabelled: other.readings.size - compared.length,
    },
    { output: host.output, style: createTerminalStyle(host), messages },
  );
  return other.clean ? 0 : 2;
}

interface OtherReadings {
  readonly readings: ReadonlyMap<string, OtherReading>;
  /** All that was named could be read. */
  readonly clean: boolean;
}

async function readLabelFile(
  path: string,
  host: CommandHost,
  messages: Messages,
): Promise<ReadonlyMap<string, GivenLabel> | undefined> {
  const file = resolve(host.cwd, path);
  const shown = shownPath(host.cwd, file);
  const content = await readTextFile(file);
  if ('reason' in content) {
    await reportProblem(host, `supervision-lens: ${shown}: ${describeUnread(content, messages)}`);
    return undefined;
  }
  const read = readLabels(content.text);
  if ('labels' in read) return read.labels;
  const problem = fillMessage(messageIn(messages.cli, read.problem), { value: read.value });
  await reportProblem(host, `supervision-lens: ${shown}:${read.line}: ${problem}`);
  return undefined;
}

async function readOther(
  path: string,
  host: CommandHost,
  messages: Messages,
): Promise<OtherReadings | undefined> {
  const labels = await readLabelFile(path, host, messages);
  if (labels === undefined) return undefined;
  const readings = new Map(
    [...labels].map(([id, { primary }]) => [id, { label: primary, decided: true, where: undefined }]),
  );
  return { readings, clean: true };
}

async function readRecords(
  paths: readonly string[],
  host: CommandHost,
  knowledge: Knowledge,
): Promise<OtherReadings> {
  const { files, unfound } = await findFiles(paths, host.cwd);
  const names = nameRecords(files.map(({ path }) => path));
  // Somebody labelled these files, so all of them are read.
  const source = createRecordSource(knowledge, host.cwd, true);
  const readings = new Map<string, OtherReading>();
  let clean = true;
  const fail = async (line: string): Promise<void> => {
    clean = false;
    await reportProblem(host, line);
  };
  for (const { path, why } of unfound)
    await fail(`supervision-lens: ${path}: ${describeUnread(why, knowledge.messages)}`);
  for (const entry of files) {
    if (host.stopped() !== undefined) break;
    const read = await source.read(entry);
    if (read === 'passed-over') continue;
    if ('reason' in read) {
      await fail(`supervision-lens: ${entry.path}: ${describeUnread(read, knowledge.messages)}`);
      continue;
    }
    const { analysis } = read;
    const lines = createRegions(analysis.record.text);
    for (const { passage, culture, estimate } of analysis.readings) {
      readings.set(passageId(names.get(entry.path) ?? entry.path, passage.index), {
        label: estimate,
        decided: culture !== 'undecided',
        where: `${entry.path}:${lines(passage.span).line}`,
      });
    }
  }
  for (const trouble of source.troubles) await fail(troubleLine(trouble));
  return { readings, clean };
}
