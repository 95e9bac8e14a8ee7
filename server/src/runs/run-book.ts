import { gatherRuns, runName, type Run } from './gather-runs.ts';
import type { RecordSummary } from './record-summary.ts';

/** How a record stands among the others. */
export type RecordStanding =
  | { readonly in: 'run'; readonly run: Run }
  /** It has a key and no date with a year: in no run until the user says so. */
  | { readonly in: 'undated' }
  /** Nothing says whose run it is. */
  | { readonly in: 'nobody' };

/**
 * Records in their runs, kept up to date one record at a time: a change gathers the runs of its own key again, and no
 * others. Gives the same as {@link gatherRuns} over all of its records.
 */
export interface RunBook {
  /** Adds a record, or puts it in the place of the one with its id. Returns the names of the runs it touches. */
  put: (summary: RecordSummary) => ReadonlySet<string>;
  /** Takes a record out. Returns the names of the runs it was in. */
  remove: (id: string) => ReadonlySet<string>;
  /** The record's place; undefined: it isn't here. */
  standing: (id: string) => RecordStanding | undefined;
  /** The runs of one name: more than one is a clash. */
  named: (name: string) => readonly Run[];
  /** Records with the key of a name and without a date. */
  undated: (name: string) => readonly RecordSummary[];
  /** The names of all runs and of undated records' keys, sorted. */
  names: () => readonly string[];
  records: () => Iterable<RecordSummary>;
}

interface Gathered {
  readonly runs: readonly Run[];
  readonly undated: readonly RecordSummary[];
}

/** Makes an empty book; `gather` is told each time that a name's runs are put together. */
export function createRunBook(gather: typeof gatherRuns = gatherRuns): RunBook {
  const records = new Map<string, RecordSummary>();
  const members = new Map<string, Set<string>>();
  const gathered = new Map<string, Gathered>();

  const remove = (id: string): ReadonlySet<string> => {
    const known = records.get(id);
    records.delete(id);
    if (known?.run === undefined) return new Set();
    const name = runName(known.scope, known.run);
    const ids = members.get(name);
    ids?.delete(id);
    if (ids?.size === 0) members.delete(name);
    gathered.delete(name);
    return new Set([name]);
  };
  const runsOf = (name: string): Gathered => {
    const known = gathered.get(name);
    if (known !== undefined) return known;
    const own = [...(members.get(name) ?? [])].flatMap((id) => records.get(id) ?? []);
    const made = gather(own);
    gathered.set(name, made);
    return made;
  };
  const standing = (id: string): RecordStanding | undefined => {
    const record = records.get(id);
    if (record === undefined) return undefined;
    if (record.run === undefined) return { in: 'nobody' };
    const run = runsOf(runName(record.scope, record.run)).runs.find((each) => each.records.includes(record));
    return run === undefined ? { in: 'undated' } : { in: 'run', run };
  };

  return {
    put(summary) {
      const touched = new Set(remove(summary.id));
      records.set(summary.id, summary);
      if (summary.run === undefined) return touched;
      const name = runName(summary.scope, summary.run);
      const ids = members.get(name);
      if (ids === undefined) members.set(name, new Set([summary.id]));
      else ids.add(summary.id);
      gathered.delete(name);
      return touched.add(name);
    },
    remove,
    standing,
    named: (name) => runsOf(name).runs,
    undated: (name) => runsOf(name).undated,
    names: () => [...members.keys()].sort(),
    records: () => records.values(),
  };
}
