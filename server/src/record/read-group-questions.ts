import type { GroupQuestion, Passage, Section } from './record.ts';

/** The questions under headings such as "For the group": the items of their lists, and paragraphs that ask something. */
export function readGroupQuestions(
  passages: readonly Passage[],
  sections: readonly Section[],
): GroupQuestion[] {
  return passages
    .filter(({ section }) => sections[section ?? -1]?.key === 'group_questions')
    .filter(({ block, plain }) => block === 'item' || plain.text.includes('?'))
    .map(({ index, plain, textSpan }) => ({ text: plain.text, span: textSpan, passage: index }));
}
