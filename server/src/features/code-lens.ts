import type { CodeLens } from 'vscode-languageserver';
import { describeReading } from '../balance/describe-reading.ts';
import { messageIn } from '../balance/messages.ts';
import { computeProfile } from '../balance/profile.ts';
import { recordSpan } from '../balance/rule.ts';
import { cultures } from '../terms/cultures.ts';
import { clientCommands } from '../protocol.ts';
import { fillMessage } from '../text/message.ts';
import { shownFindings } from './diagnostics.ts';
import { containsSpan } from '../text/span.ts';
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
    const words = { strength: strength.message.replace(/\.$/, '') };
    const title = fillMessage(messageIn(messages.lens, 'strength'), words);
    lenses.push(lens(title, hasCommands ? clientCommands.reveal : '', document.uri, position));
  }
  // What a question says needn't be said here too: the line above the title is short.
  const shown = shownFindings(read);
  const absent = cultures.filter((culture) => !shown.some(({ opens }) => opens.includes(culture)));
  lenses.push(lens(describeReading(readings, profile, messages, absent).words, explain, document.uri));
  if (shown.length > 0) {
    const title = fillMessage(messageIn(messages.lens, 'findings'), { n: shown.length });
    lenses.push(lens(title, explain, document.uri));
  }
  return [...lenses, ...sectionLenses(read, explain)];
}

/** Sections that read otherwise than the record as a whole: where they don't, a lens would only repeat it. */
function sectionLenses({ document, analysis, knowledge }: ReadDocument, command: string): CodeLens[] {
  const { record, readings, profile } = analysis;
  const whole = describeReading(readings, profile, knowledge.messages, []).words;
  const lenses: CodeLens[] = [];
  for (const section of record.sections.slice(1)) {
    const own = readings.filter(({ passage }) => containsSpan(section.span, passage.span));
    if (own.length < sectionPassages) continue;
    const title = describeReading(own, computeProfile(own), knowledge.messages, []).words;
    const range = toRange(document, section.titleSpan);
    if (title !== whole) lenses.push({ range, command: { title, command, arguments: [document.uri] } });
  }
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
