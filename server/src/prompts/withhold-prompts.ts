import { isFormalMatter } from '../balance/formal-matter.ts';
import type { SignPhrases } from '../balance/sign-phrases.ts';
import type { SupervisionRecord } from '../record/record.ts';

/**
 * Whether this is no moment for a groupwork prompt: somebody's capability or fitness to practise is at stake, a student
 * may fail, or the writer tells of racism or other discrimination against her- or himself. In a log or journal, whose
 * writer speaks in the first person, an insult in the same sentence as "I" or "me" is enough for the last; elsewhere,
 * where "I" is most often somebody with authority, it takes words that can't be anybody else's.
 */
export function withholdsPrompts(record: SupervisionRecord, signs: SignPhrases): boolean {
  const { passages, sections, recognition } = record;
  if (recognition.kind !== 'group') {
    if (isFormalMatter(record, signs)) return true;
    if (sections.some(({ title }) => signs.findInText('may-fail', title).length > 0)) return true;
    if (passages.some((passage) => signs.has('may-fail', passage))) return true;
  }
  if (passages.some((passage) => signs.has('hostile-to-writer', passage))) return true;
  if (recognition.kind !== 'log' && recognition.kind !== 'journal') return false;
  return passages.some((passage) => {
    if (!signs.has('hostile', passage)) return false;
    const { text } = passage.plain;
    return text
      .split(sentenceEnd)
      .some((sentence) =>
        (['first-person', 'hostile'] as const).every((list) => signs.findInText(list, sentence).length > 0),
      );
  });
}

const sentenceEnd = /(?<=[.!?]["”]?)\s+/u;
