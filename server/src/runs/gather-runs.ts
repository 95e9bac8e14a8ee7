import type { RecordSummary } from './record-summary.ts';
import type { RunKey } from './run-key.ts';
import { compareText } from '../text/compare-text.ts';

/** Records of one person or team in order of their dates (spec section 1). */
export interface Run extends RunKey {
  readonly scope: string;
  /** Dated records, the oldest first; of one date by id. */
  readonly records: readonly RecordSummary[];
}

/** What can't be put into a run, told and not guessed. */
export interface RunTroubles {
  /** They have a key and no date with a year. */
  readonly undated: readonly RecordSummary[];
  /** Runs of one key and scope that share neither supervisor nor team. */
  readonly clashes: readonly (readonly Run[])[];
}

/** Puts records into runs. Runs never cross scopes; one key under two supervisors and teams makes two runs. */
export function gatherRuns(
  records: Iterable<RecordSummary>,
): { readonly runs: readonly Run[] } & RunTroubles {
  const groups = new Map<string, RecordSummary[]>();
  const undated: RecordSummary[] = [];
  for (const record of records) {
    if (record.run === undefined) continue;
    if (record.date === undefined) {
      undated.push(record);
      continue;
    }
    const name = runName(record.scope, record.run);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [record]);
    else group.push(record);
  }
  const runs: Run[] = [];
  const clashes: Run[][] = [];
  for (const name of [...groups.keys()].sort(compareText)) {
    const parts = splitByPeople((groups.get(name) ?? []).sort(byDate)).map(toRun);
    runs.push(...parts);
    if (parts.length > 1) clashes.push(parts);
  }
  return { runs, undated: undated.sort((a, b) => compareText(a.id, b.id)), clashes };
}

/** A name for a run within all scopes: equal for equal runs. */
export function runName(scope: string, { by, key }: RunKey): string {
  return [scope, by, key].join('\n');
}

/** The oldest first. */
export function byDate(a: RecordSummary, b: RecordSummary): number {
  return compareText(a.date ?? '', b.date ?? '') || compareText(a.id, b.id);
}

function toRun(records: readonly RecordSummary[]): Run {
  const newest = records.at(-1);
  const { by, key, name } = newest?.run ?? { by: 'person' as const, key: '', name: '' };
  return { by, key, name, scope: newest?.scope ?? '', records };
}

/**
 * A supervisor changes and a team changes; that both change at once, and back, is two people with one initial. A
 * record joins the part with which it shares either, or says nothing against.
 */
function splitByPeople(records: readonly RecordSummary[]): RecordSummary[][] {
  if (records[0]?.run?.by === 'team') return [[...records]];
  const parts: { records: RecordSummary[]; supervisors: Set<string>; teams: Set<string> }[] = [];
  for (const record of records) {
    const { supervisor, team } = record;
    let part = parts.find(
      ({ supervisors, teams }) =>
        supervisor === undefined ||
        supervisors.size === 0 ||
        supervisors.has(supervisor) ||
        team === undefined ||
        teams.size === 0 ||
        teams.has(team),
    );
    if (part === undefined) parts.push((part = { records: [], supervisors: new Set(), teams: new Set() }));
    part.records.push(record);
    if (supervisor !== undefined) part.supervisors.add(supervisor);
    if (team !== undefined) part.teams.add(team);
  }
  return parts.map(({ records: own }) => own);
}
