import { createPhraseFinder } from '../text/phrases.ts';
import { foldText } from '../text/words.ts';
import type { HeaderValue, Limit, Section } from './record.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Finds what limits who may see a record or a section (spec section 1). */
export function createLimitReader(
  vocabulary: Vocabulary,
): (
  header: readonly HeaderValue[],
  frontMatterKeys: ReadonlyMap<string, string>,
  sections: readonly Section[],
) => Limit[] {
  const { no_limit, limiting, headings } = vocabulary.data.limits;
  const open = new Set(no_limit.map(foldText));
  const limitingWords = createPhraseFinder(limiting.map((phrase) => [phrase, undefined] as const));
  const limitingHeadings = createPhraseFinder(headings.map((phrase) => [phrase, undefined] as const));
  return (header, frontMatterKeys, sections) => {
    const limits: Limit[] = [];
    for (const { key, text, span } of header) {
      // `draft: yes` and `private: true` limit by their key, a status only by what it says.
      const written = frontMatterKeys.get(key) ?? key;
      const says = open.has(foldText(text))
        ? false
        : key === 'circulation' || /^(?:draft|private|confidential|privacy)$/i.test(written);
      if (says || ((key === 'circulation' || key === 'status') && limitingWords.occursIn(text))) {
        limits.push({ section: undefined, text, span });
      }
    }
    sections.forEach((section, index) => {
      if (limitingHeadings.occursIn(section.title))
        limits.push({ section: index, text: section.title, span: section.titleSpan });
    });
    return limits;
  };
}
