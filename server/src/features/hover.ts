import { MarkupKind, type Hover, type Position } from 'vscode-languageserver';
import { noticeablePart } from '../analysis/explain-passage.ts';
import { messageIn } from '../balance/messages.ts';
import { plainName } from '../balance/describe-reading.ts';
import type { PassageReading } from '../culture/read-passages.ts';
import { passageSpan } from '../record/record.ts';
import { readStandardTags } from '../standards/read-standard-tags.ts';
import type { PassageLabel } from '../terms/cultures.ts';
import { escapeRecordText } from '../text/escape-record-text.ts';
import { fillMessage } from '../text/message.ts';
import type { Feature } from './feature.ts';
import { passageAt } from './passage-at.ts';
import { passageLinks } from './passage-links.ts';
import { toOffset, toRange } from './positions.ts';
import type { ReadDocument } from './read-document.ts';

/**
 * What a passage reads as and why: cues, headings and neighbours, how sure, what comes next. `hasCommands`: the
 * client has commands, so the writer can agree, overrule or ask why with a click.
 */
export function provideHover(
  read: ReadDocument,
  position: Position,
  hasCommands: boolean,
): Hover | undefined {
  const reading = passageAt(read, position);
  if (reading === undefined) return undefined;
  const standard = hoverStandard(read, reading, position);
  if (standard !== undefined) return standard;
  const links = hasCommands ? passageLinks(read, reading, position) : undefined;
  const paragraphs = describeEvidence(read, reading, links);
  return {
    contents: { kind: MarkupKind.Markdown, value: paragraphs.join('\n\n') },
    range: toRange(read.document, reading.passage.textSpan),
  };
}

/** Over the tag of a standard: its name, and what it is part of. */
function hoverStandard(
  { document, knowledge: { standards } }: ReadDocument,
  { passage }: PassageReading,
  position: Position,
): Hover | undefined {
  const offset = toOffset(document, position);
  for (const { standard, start, end } of readStandardTags(passage.plain.text, standards)) {
    const span = passageSpan(passage, start, end);
    if (offset < span.start || offset > span.end) continue;
    const { id, title, set } = standard;
    return {
      contents: { kind: MarkupKind.Markdown, value: `**#${id}** ${title}\n\n${set.name}. ${set.note}` },
      range: toRange(document, span),
    };
  }
  return undefined;
}

function describeEvidence(
  { knowledge: { messages } }: ReadDocument,
  reading: PassageReading,
  links: string | undefined,
): string[] {
  const texts = messages.hover;
  const say = (name: string, values: Readonly<Record<string, string | number>> = {}): string =>
    fillMessage(messageIn(texts, name), values);
  const names = (label: PassageLabel): { culture: string; paper: string } => ({
    culture: plainName(messages, label),
    paper: messages.cultures[label]?.paper ?? label,
  });
  const { culture, secondary, origin, inferred, confidence, runnerUp, aspect, cues } = reading;
  const paragraphs: string[] = [];
  if (culture === 'undecided') paragraphs.push(say('undecided', names(inferred.best)));
  else if (culture === 'none') paragraphs.push(say('neutral'));
  else if (secondary === undefined) paragraphs.push(say('mostly', names(culture)));
  else {
    const second = names(secondary);
    paragraphs.push(
      say('mostly-two', { ...names(culture), second: second.culture, 'second-paper': second.paper }),
    );
  }
  if (origin !== 'inferred') {
    const differs = inferred.decided && inferred.best !== culture;
    paragraphs.push(
      [
        say(origin === 'tag' ? 'tagged' : 'section-tagged'),
        ...(differs ? [say('tag-differs', names(inferred.best))] : []),
      ].join(' '),
    );
    return links === undefined ? paragraphs : [...paragraphs, links];
  }
  const evidence = cues.map(({ text }) => `“${escapeRecordText(text)}”`).join(', ');
  const because = [evidence === '' ? say('cues-none') : say('cues', { cues: evidence })];
  if (inferred.headingPart >= noticeablePart) because.push(say('heading'));
  if (inferred.headingPart <= -noticeablePart) because.push(say('heading-against'));
  if (inferred.neighbourPart >= noticeablePart) because.push(say('neighbours'));
  if (inferred.neighbourPart <= -noticeablePart) because.push(say('neighbours-against'));
  paragraphs.push(because.join(' '));
  if (runnerUp !== undefined) {
    paragraphs.push(
      say('confidence', { percent: Math.round(confidence * 100), second: names(runnerUp.culture).culture }),
    );
  }
  if (aspect !== undefined) paragraphs.push(say('aspect', { aspect }));
  const example = runnerUp === undefined || runnerUp.culture === 'none' ? 'humanistic' : runnerUp.culture;
  paragraphs.push(links ?? say('disagree', { example }));
  return paragraphs;
}

/** Hover over a passage. */
export const hoverFeature: Feature = {
  name: 'hover',
  capabilities: () => ({ hoverProvider: true }),
  register(connection, context) {
    connection.onHover(async ({ textDocument, position }, token) => {
      const { readAt, client } = context();
      const read = await readAt(textDocument.uri, token);
      if (read === undefined) return null;
      return provideHover(read, position, client.options.hasCommands === true) ?? null;
    });
  },
};
