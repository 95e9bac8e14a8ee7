import type { Nation, Standard, StandardsBook } from '../../standards/standards-book.ts';
import type { ReportRecord } from './report-content.ts';

/** A standard with the passages that name it. No figure: it is where to look, never a score. */
export interface CoverageRow {
  readonly standard: Standard;
  /** Ids, in order. */
  readonly passages: readonly string[];
}

/** Gathers which passages name which standards. */
export interface Coverage {
  add: (record: Pick<ReportRecord, 'passages'>) => void;
  /** Every standard that is named, with all others of its sets and of the nation's; empty where there is none. */
  rows: (nation: Nation | undefined) => CoverageRow[];
}

/** Makes an empty one. */
export function createCoverage(book: StandardsBook): Coverage {
  const named = new Map<string, string[]>();
  return {
    add({ passages }) {
      for (const { id, standards, comments } of passages) {
        const ids = new Set([
          ...standards.map(({ standard }) => standard.id),
          ...comments.flatMap(({ capabilities }) => capabilities),
        ]);
        for (const each of ids) named.set(each, [...(named.get(each) ?? []), id]);
      }
    },
    rows(nation) {
      const sets = new Set([...named.keys()].map((id) => book.find(id)?.set));
      return book
        .of(undefined)
        .filter(({ set }) => sets.has(set) || (nation !== undefined && set.nations.includes(nation)))
        .map((standard) => ({ standard, passages: named.get(standard.id) ?? [] }));
    },
  };
}
