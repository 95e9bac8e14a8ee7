import { MarkupKind, type Hover, type Position } from 'vscode-languageserver';
import { messageIn } from '../balance/messages.ts';
import { plainName } from '../balance/describe-reading.ts';
import type { PassageReading } from '../culture/read-passages.ts';
import type { PassageLabel } from '../terms/cultures.ts';
import { fillMessage } from '../text/message.ts';
import type { Feature } from './feature.ts';
import { toOffset, toRange } from './positions.ts';
import type { ReadDocument } from './read-document.ts';

/** From this log-odds on, headings or neighbours are said to have had a part in a reading. */
const noticeablePart = 0.5;

/** What a passage reads as and why: cues, headings and neighbours, how sure, what comes next. */
export function provideHover(read: ReadDocument, position: Position): Hover | undefined {
  const offset = toOffset(read.document, position);
  const reading = read.analysis.readings.find(
    ({ passage }) => passage.span.start <= offset && offset <= passage.span.end,
  );
  if (reading === undefined) return undefined;
  return {
    contents: { kind: MarkupKind.Markdown, value: describeEvidence(read, reading).join('\n\n') },
    range: toRange(read.document, reading.passage.textSpan),
  };
}

function describeEvidence({ knowledge: { messages } }: ReadDocument, reading: PassageReading): string[] {
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
    return paragraphs;
  }
  const evidence = cues.map(({ text }) => `“${escapeMarkdown(text)}”`).join(', ');
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
  paragraphs.push(
    say('disagree', {
      example: runnerUp === undefined || runnerUp.culture === 'none' ? 'humanistic' : runnerUp.culture,
    }),
  );
  return paragraphs;
}

/** Words of the record inside Markdown: nothing in them may act as markup. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!|<>~&]/g, '\\$&');
}

/** Hover over a passage. */
export const hoverFeature: Feature = {
  name: 'hover',
  capabilities: () => ({ hoverProvider: true }),
  register(connection, context) {
    connection.onHover(async ({ textDocument, position }, token) => {
      const read = await context().readRecord(textDocument.uri, token);
      return read === undefined ? null : (provideHover(read, position) ?? null);
    });
  },
};
