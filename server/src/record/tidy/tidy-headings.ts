import { countWords } from '../../text/words.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { isBlank, type PastedLine } from './pasted-line.ts';

/** A heading has no more words than this; a longer bold line is something that was stressed. */
const mostWords = 10;

/**
 * A short line by itself that is bold from end to end is a heading, unless it's the label of a header field that
 * hasn't been filled in, or a sentence.
 */
export function tidyHeadings(lines: readonly PastedLine[], vocabulary: Vocabulary): PastedLine[] {
  return lines.map((line, index) => {
    if (line.fixed) return line;
    const match = /^\s{0,3}(\*\*|__)(?=\S)(.*\S)\1(:?)\s*$/.exec(line.text);
    const title = match?.[2]?.replace(/:$/, '').trimEnd();
    const mark = match?.[1];
    if (title === undefined || mark === undefined || title === '' || title.includes(mark)) return line;
    const isLabel =
      /:\s*$/.test(line.text.replaceAll(mark, '')) && vocabulary.headerField(title) !== undefined;
    const count = countWords(title);
    const isSentence = /[.!;,]$/.test(title) || count > mostWords || count === 0;
    const standsAlone = isBlank(lines[index - 1]) || /^\s*(?:#|\|)/.test(lines[index - 1]?.text ?? '');
    const isUnderlined = /^\s{0,3}(?:=+|-+)\s*$/.test(lines[index + 1]?.text ?? '');
    return isLabel || isSentence || !standsAlone || isUnderlined ? line : { ...line, text: `## ${title}` };
  });
}
