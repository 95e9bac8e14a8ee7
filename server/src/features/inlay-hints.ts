import type { InlayHint, Range } from 'vscode-languageserver';
import { plainName } from '../balance/describe-reading.ts';
import { messageIn } from '../balance/messages.ts';
import { clientCommands, type PassageArguments } from '../protocol.ts';
import { fillMessage } from '../text/message.ts';
import { spansTouch } from '../text/span.ts';
import type { Feature } from './feature.ts';
import { toRange, toSpan } from './positions.ts';
import type { ReadDocument } from './read-document.ts';

/**
 * Behind each passage in a range what it's mostly about, in plain words, where the settings ask for it. Passages
 * that are neutral or hard to tell have none. With `hasCommands` a click lets the writer say something else.
 */
export function provideInlayHints(read: ReadDocument, range: Range, hasCommands: boolean): InlayHint[] {
  const { document, analysis, knowledge, settings } = read;
  if (!settings.inlayHints) return [];
  const { messages } = knowledge;
  const span = toSpan(document, range);
  const hints: InlayHint[] = [];
  for (const { passage, culture, secondary, origin } of analysis.readings) {
    if (culture === 'none' || culture === 'undecided' || !spansTouch(passage.span, span)) continue;
    const { start, end } = toRange(document, passage.textSpan);
    const names = [culture, ...(secondary === undefined ? [] : [secondary])];
    const args: PassageArguments = { uri: document.uri, position: start };
    const tooltip = fillMessage(
      messageIn(messages.inlay, origin === 'inferred' ? 'tooltip' : 'tooltip-tag'),
      {
        culture: plainName(messages, culture),
        paper: messages.cultures[culture]?.paper ?? culture,
      },
    );
    const value = names.map((each) => plainName(messages, each)).join(', ');
    const command = { title: tooltip, command: clientCommands.overrule, arguments: [args] };
    hints.push({
      position: end,
      label: [{ value, tooltip, ...(hasCommands ? { command } : {}) }],
      paddingLeft: true,
    });
  }
  return hints;
}

/** Readings in words behind passages; off unless asked for. */
export const inlayHintsFeature: Feature = {
  name: 'inlay hints',
  capabilities: () => ({ inlayHintProvider: { resolveProvider: false } }),
  register(connection, context) {
    connection.languages.inlayHint.on(async ({ textDocument, range }, token) => {
      const { readAt, client } = context();
      const read = await readAt(textDocument.uri, token);
      return read === undefined ? [] : provideInlayHints(read, range, client.options.hasCommands === true);
    });
  },
};
