import type { PassageLabel } from '../../terms/cultures.ts';
import { cultures } from '../../terms/cultures.ts';
import type { ReportPassage, ReportRecord } from './report-content.ts';
import type { ReportOptions } from '../report-writer.ts';

/** Passages under one heading of a report. */
export interface PassageGroup {
  readonly culture: PassageLabel | 'undecided';
  readonly passages: readonly ReportPassage[];
}

/** The passages that a report shows of a record: for a panel those that were marked `#bring` or commented. */
export function choosePassages(
  record: ReportRecord,
  { panel }: Pick<ReportOptions, 'panel'>,
): readonly ReportPassage[] {
  return panel
    ? record.passages.filter(({ bring, comments }) => bring || comments.length > 0)
    : record.passages;
}

/** Whether a report says anything of a record: a panel sees none in which nothing was chosen or commented. */
export function isInReport(record: ReportRecord, options: Pick<ReportOptions, 'panel'>): boolean {
  return hasOwnPart(record, options) || record.strayComments.length > 0;
}

/** Whether a record has a part of its own: a panel's has none where only comments are left whose words are gone. */
export function hasOwnPart(record: ReportRecord, options: Pick<ReportOptions, 'panel'>): boolean {
  return !options.panel || record.comments.length > 0 || choosePassages(record, options).length > 0;
}

/** Passages by culture, in the order of Table 1; then those hard to tell, then neutral ones; empty groups left out. */
export function groupByCulture(passages: readonly ReportPassage[]): PassageGroup[] {
  return [...cultures, 'undecided' as const, 'none' as const]
    .map((culture) => ({ culture, passages: passages.filter((each) => each.culture === culture) }))
    .filter((group) => group.passages.length > 0);
}
