import type { ListedRecord, RecordGroup } from '../../../server/src/protocol.ts';

/** What a list of records may be narrowed to by what is open. */
export type OpenFilter = 'all' | 'anything' | 'actions' | 'group' | 'bring';

/** What the list of records shows. */
export interface RecordsFilter {
  /** Empty: all kinds. */
  readonly kinds: readonly ListedRecord['kind'][];
  readonly open: OpenFilter;
}

/** Shows everything. */
export const noFilter: RecordsFilter = { kinds: [], open: 'all' };

/** Whether a filter leaves anything out at all. */
export function isFiltering({ kinds, open }: RecordsFilter): boolean {
  return kinds.length > 0 || open !== 'all';
}

/** The groups with the records that a filter lets through, in the same order; groups left empty are dropped. */
export function filterRecords(groups: readonly RecordGroup[], filter: RecordsFilter): readonly RecordGroup[] {
  if (!isFiltering(filter)) return groups;
  return groups.flatMap((group) => {
    const records = group.records.filter((record) => passes(record, filter));
    return records.length === 0 ? [] : [{ ...group, records }];
  });
}

function passes(record: ListedRecord, { kinds, open }: RecordsFilter): boolean {
  if (kinds.length > 0 && !kinds.includes(record.kind)) return false;
  const { openActions, groupQuestions, bring } = record;
  switch (open) {
    case 'all':
      return true;
    case 'anything':
      return openActions > 0 || groupQuestions.length > 0 || bring.length > 0;
    case 'actions':
      return openActions > 0;
    case 'group':
      return groupQuestions.length > 0;
    case 'bring':
      return bring.length > 0;
  }
}
