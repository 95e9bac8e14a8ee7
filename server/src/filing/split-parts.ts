import type { ConfidentialityData } from '../confidentiality/confidentiality-data.ts';
import { isCaseRecord, type Section, type SupervisionRecord } from '../record/record.ts';

/** Where a section is filed: with the case, or kept between the two people. */
export type FilingPart = 'case' | 'personal';

/** A section as it is offered for filing. */
export interface FilingSection {
  /** Its index in {@link SupervisionRecord.sections}. */
  readonly index: number;
  readonly title: string;
  readonly part: FilingPart;
  /** Who may see it is limited: it never goes with the case. */
  readonly limited: boolean;
}

/**
 * The sections by which a record is split, in order, each with the part that it looks like: a proposal for a person
 * to look at. The depth is the first at which there are two. What can't be told stays personal, so that nothing goes
 * to a case file unseen; so does what is limited.
 */
export function splitParts(
  record: SupervisionRecord,
  { parts }: ConfidentialityData,
): readonly FilingSection[] {
  const depths = [...new Set(record.sections.map(({ depth }) => depth))].sort((a, b) => a - b);
  const depth = depths.find((each) => record.sections.filter((section) => section.depth === each).length > 1);
  return record.sections.flatMap((section, index) => {
    if (section.depth !== (depth ?? depths[0])) return [];
    const limited = record.limits.some(
      (limit) => limit.section === undefined || isWithin(record, limit.section, index),
    );
    const part = limited ? 'personal' : partOf(section, record);
    return [{ index, title: section.title, part, limited }];
  });

  function partOf({ title, key }: Section, whole: SupervisionRecord): FilingPart {
    const words = title.toLowerCase().match(/[\p{L}-]+/gu) ?? [];
    if (words.some((word) => parts.personal_words.includes(word))) return 'personal';
    if (words.some((word) => parts.case_words.includes(word))) return 'case';
    if (key !== undefined && parts.case.includes(key)) return 'case';
    if (key !== undefined && parts.personal.includes(key)) return 'personal';
    return isCaseRecord(whole) ? 'case' : 'personal';
  }
}

/** Whether a section is another one or lies within it, or holds it: a limit within a section limits the whole. */
function isWithin(record: SupervisionRecord, limited: number, index: number): boolean {
  const [a, b] = [record.sections[limited]?.span, record.sections[index]?.span];
  return a !== undefined && b !== undefined && a.start < b.end && b.start < a.end;
}
