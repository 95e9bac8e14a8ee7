import type { GroupQuestion, Passage, Section } from './record.ts';

/** The questions under headings such as "For the group": the items of their lists. */
export function readGroupQuestions(
  passages: readonly Passage[],
  sections: readonly Section[],
): GroupQuestion[] {
  return passages
    .filter(({ section, block }) => block === 'item' && sections[section ?? -1]?.key === 'group_questions')
    .map(({ index, plain, textSpan }) => ({ text: plain.text, span: textSpan, passage: index }));
}
