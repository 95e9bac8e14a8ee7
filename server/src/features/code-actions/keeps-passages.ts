import type { SupervisionRecord } from '../../record/record.ts';

/**
 * Whether an edit lost nothing: every passage, heading, prompt and comment of the record is still there, with its
 * words and in its order; new ones may stand between them.
 */
export function keepsPassages(before: SupervisionRecord, after: SupervisionRecord): boolean {
  return (
    isWithin(
      before.passages.map(({ plain, block, task }) => `${block} ${String(task?.done)} ${plain.text}`),
      after.passages.map(({ plain, block, task }) => `${block} ${String(task?.done)} ${plain.text}`),
    ) &&
    isWithin(
      before.sections.map(({ depth, title }) => `${depth} ${title}`),
      after.sections.map(({ depth, title }) => `${depth} ${title}`),
    ) &&
    isWithin(
      before.prompts.map(({ id }) => id),
      after.prompts.map(({ id }) => id),
    ) &&
    isWithin(
      before.comments.map(({ content }) => content),
      after.comments.map(({ content }) => content),
    ) &&
    before.problems.length === after.problems.length
  );
}

/** Whether all of `some` stand in `all` in their order. */
function isWithin(some: readonly string[], all: readonly string[]): boolean {
  let next = 0;
  for (const each of all) if (next < some.length && each === some[next]) next++;
  return next === some.length;
}
