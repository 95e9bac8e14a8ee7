import { plainName } from '../balance/describe-reading.ts';
import { messageIn, messageInTable, type Messages } from '../balance/messages.ts';
import type { PassageReading } from '../culture/read-passages.ts';
import { headingsAbove, type SupervisionRecord } from '../record/record.ts';
import { cultures, passageLabels, type PassageLabel } from '../terms/cultures.ts';
import { escapeRecordText } from '../text/escape-record-text.ts';
import { fillMessage, type MessageValues } from '../text/message.ts';

/** From this log-odds on, headings or neighbours are said to have had a part in a reading. */
export const noticeablePart = 0.5;

/**
 * All that can be said of how a passage was read, in Markdown: the passage, what it reads as, the words that
 * speak for each culture, the part of headings and neighbours, what else it could be, and the writer's last word.
 */
export function explainPassage(
  record: SupervisionRecord,
  reading: PassageReading,
  messages: Messages,
): string {
  const say = (name: string, values: MessageValues = {}): string =>
    fillMessage(messageIn(messages.passage, name), values);
  const names = (label: PassageLabel): { culture: string; paper: string } => ({
    culture: plainName(messages, label),
    paper: messages.cultures[label]?.paper ?? label,
  });
  const { passage, culture, secondary, origin, inferred, aspect } = reading;
  const blocks = [`> ${escapeRecordText(passage.plain.text)}`];
  const isTagged = origin !== 'inferred';
  if (culture === 'undecided') blocks.push(say('undecided', names(inferred.best)));
  else if (culture === 'none') blocks.push(say(isTagged ? 'tagged-neutral' : 'neutral'));
  else blocks.push(say(isTagged ? 'tagged' : 'mostly', names(culture)));
  if (secondary !== undefined) blocks.push(say('secondary', names(secondary)));
  if (isTagged) blocks.push(say(origin, names(inferred.best)));

  blocks.push(say('words-title'));
  const cued = cultures.flatMap((each) => {
    const words = reading.cues.filter((cue) => cue.culture === each);
    const list = words.map(({ text }) => `“${escapeRecordText(text)}”`).join(', ');
    return words.length === 0 ? [] : [`- ${say('words', { ...names(each), words: list })}`];
  });
  blocks.push(cued.length === 0 ? say('words-none') : cued.join('\n'));

  const headings = headingsAbove(record, passage).map((title) => `“${escapeRecordText(title)}”`);
  const around: string[] = [];
  const part = (size: number, name: string): void => {
    if (size >= noticeablePart)
      around.push(`- ${say(name, { ...names(inferred.best), headings: headings.join(', ') })}`);
    else if (size <= -noticeablePart)
      around.push(`- ${say(`${name}-against`, { ...names(inferred.best), headings: headings.join(', ') })}`);
  };
  part(inferred.headingPart, 'heading');
  part(inferred.neighbourPart, 'neighbours');
  blocks.push(say('around-title'), around.length === 0 ? say('around-none') : around.join('\n'));

  if (aspect !== undefined)
    blocks.push(say('aspect', { aspect: messageInTable(messages.passage, 'aspects', aspect) }));

  blocks.push(say('sure-title'), say('sure'));
  const likely = passageLabels
    .map((label, index) => ({ label, percent: Math.round((inferred.probabilities[index] ?? 0) * 100) }))
    .sort((a, b) => b.percent - a.percent);
  blocks.push(
    likely
      .map(
        ({ label, percent }) =>
          `- ${say(label === 'none' ? 'likely-none' : 'likely', { ...names(label), percent })}`,
      )
      .join('\n'),
  );
  blocks.push(say('last-word'));
  return `${blocks.join('\n\n')}\n`;
}
