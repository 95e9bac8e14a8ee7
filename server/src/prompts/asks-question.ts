import type { Passage } from '../record/record.ts';

/** Whether a passage asks a question of the writer's own, not one that somebody is quoted as asking. */
export function asksQuestion({ plain }: Pick<Passage, 'plain'>): boolean {
  return plain.text.replace(/["“][^"“”]*["”]/g, '').includes('?');
}
