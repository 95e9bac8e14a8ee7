import type { Passage, SupervisionRecord } from './record.ts';

/*
 * Who may see what (spec section 1, "Limits"): every list, run, review and export asks here.
 */

/** Whether a record as a whole is for some eyes only: it is in no list and in no run. */
export function isLimitedRecord({ limits }: Pick<SupervisionRecord, 'limits'>): boolean {
  return limits.some(({ section }) => section === undefined);
}

/** Whether a passage stands in a section whose circulation is limited, or in one inside it. */
export function isLimitedPassage(
  { limits, sections }: SupervisionRecord,
  { section }: Pick<Passage, 'section'>,
): boolean {
  for (let index = section; index !== undefined; index = sections[index]?.parent)
    if (limits.some((limit) => limit.section === index)) return true;
  return false;
}
