import type { CodeLens } from 'vscode-languageserver';
import { describeReading } from '../balance/describe-reading.ts';
import { messageIn } from '../balance/messages.ts';
import { computeProfile } from '../balance/profile.ts';
import { recordSpan } from '../balance/rule.ts';
import { clientCommands } from '../protocol.ts';
import { fillMessage } from '../text/message.ts';
import { shownFindings } from './diagnostics.ts';
import type { Feature } from './feature.ts';
import { toRange } from './positions.ts';
import type { ReadDocument } from './read-document.ts';

/** A section has a reading of its own from so many passages on. */
const sectionPassages = 3;

/**
 * Above the title what the record does well, its reading in words and how many questions there are; above
 * other headings the reading of their section. `hasCommands`: the client has commands for a click.
 */
export function provideCodeLenses(read: ReadDocument, hasCommands: boolean): CodeLens[] {
  const { document, analysis, knowledge, settings } = read;
  const { record, readings, profile, strengths } = analysis;
  if (!settings.lens || readings.length === 0) return [];
  const { messages } = knowledge;
  const explain = hasCommands ? clientCommands.explainFile : '';
  const range = toRange(document, recordSpan(record));
  const lens = (title: string, command: string, ...args: unknown[]): CodeLens => ({
    range,
    command: { title, command, arguments: args },
  });
  const lenses: CodeLens[] = [];
  const [strength] = strengths;
  if (strength !== undefined) {
    const position = document.positionAt(strength.passage.span.start);
    lenses.push(lens(strength.message, hasCommands ? clientCommands.reveal : '', document.uri, position));
  }
  lenses.push(lens(describeReading(readings, profile, messages).words, explain, document.uri));
  const questions = shownFindings(read).length;
  if (questions > 0)
    lenses.push(
      lens(fillMessage(messageIn(messages.lens, 'findings'), { n: questions }), explain, document.uri),
    );
  return [...lenses, ...sectionLenses(read, explain)];
}

function sectionLenses({ document, analysis, knowledge }: ReadDocument, command: string): CodeLens[] {
  const { record, readings } = analysis;
  const lenses: CodeLens[] = [];
  record.sections.forEach((section, index) => {
    if (index === 0) return;
    const own = readings.filter(
      ({ passage }) => passage.span.start >= section.span.start && passage.span.end <= section.span.end,
    );
    if (own.length < sectionPassages) return;
    const title = describeReading(own, computeProfile(own), knowledge.messages, false).words;
    lenses.push({
      range: toRange(document, section.titleSpan),
      command: { title, command, arguments: [document.uri] },
    });
  });
  return lenses;
}

/** Readings in words above title and headings. */
export const codeLensFeature: Feature = {
  name: 'code lens',
  capabilities: () => ({ codeLensProvider: { resolveProvider: false } }),
  register(connection, context) {
    connection.onCodeLens(async ({ textDocument }, token) => {
      const { readRecord, client } = context();
      const read = await readRecord(textDocument.uri, token);
      return read === undefined ? null : provideCodeLenses(read, client.options.hasCommands === true);
    });
  },
};
