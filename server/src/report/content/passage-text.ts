import type { PassageReading } from '../../culture/read-passages.ts';
import { bringTag } from '../../record/read-bring-marks.ts';
import { hashtagPattern, isCultureTag } from '../../record/tags.ts';
import { replaceComments } from '../../text/replace-comments.ts';

/**
 * A passage as reports show it: without the tool's marks, or with them (`withMarks`), a hidden tag then written
 * out in brackets. Other hashtags are the writer's and stay.
 */
export function passageText(
  { passage, origin, culture, secondary }: PassageReading,
  withMarks: boolean,
): string {
  const { text } = passage.plain;
  if (!withMarks)
    return text
      .replace(hashtagPattern, (whole, before: string, name: string) =>
        isCultureTag(name) || name.toLowerCase() === bringTag ? before.trimEnd() : whole,
      )
      .trim();
  const visible = [...text.matchAll(hashtagPattern)].some(([, , name = '']) => isCultureTag(name));
  if (origin !== 'tag' || visible) return text;
  const named = [culture === 'none' ? 'neutral' : culture, ...(secondary === undefined ? [] : [secondary])];
  return `${text} [${named.join(', ')}]`;
}

/** An inserted prompt as one line of plain text. */
export function promptText(source: string): string {
  return replaceComments(source, () => '')
    .replace(/^[ \t]*>[ \t]?/gm, '')
    .replace(/\*\*/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
