import { relative, sep } from 'node:path';
import { observedTopics } from '../../runs/observations.ts';
import type { RecordSummary } from '../../runs/record-summary.ts';
import type { Region, RunEntry } from './check-output.ts';
import type { KeyText } from './record-entry.ts';
import { passageId } from '../../report/content/record-names.ts';
import type { JudgedRun } from '../records/run-index.ts';

/** What writing a run needs to know of its records, by path. */
export interface RunEntryParts {
  readonly cwd: string;
  readonly keyText: KeyText;
  /** What the ids of a record's passages start with. */
  readonly nameOf: (path: string) => string;
  /** Where the titles of records stand, by path. */
  readonly titles: ReadonlyMap<string, Region>;
}

/** A run as JSON has it. */
export function toRunEntry({ run, findings }: JudgedRun, parts: RunEntryParts): RunEntry {
  const { cwd, keyText, nameOf, titles } = parts;
  const titleOf = (path: string): Region =>
    titles.get(path) ?? { line: 1, column: 1, endLine: 1, endColumn: 1 };
  return {
    scope: relative(cwd, run.scope).split(sep).join('/') || '.',
    by: run.by,
    key: keyText(run.by, run.name),
    records: run.records.map(({ id }) => id),
    observations: observedTopics.map((topic) => {
      const evidence = run.records.flatMap((record) => evidenceOf(record, topic, nameOf));
      return { topic, present: evidence.length > 0, evidence };
    }),
    findings: findings.map(({ rule, severity, message, id, related }) => ({
      path: id,
      rule,
      severity,
      message,
      ...titleOf(id),
      related: related.map((each) => ({ path: each.id, ...titleOf(each.id), message: each.message })),
    })),
  };
}

function evidenceOf(
  { id, observations }: RecordSummary,
  topic: string,
  nameOf: (path: string) => string,
): string[] {
  const observed = observations.find((each) => each.topic === topic);
  return (observed?.passages ?? []).map((index) => passageId(nameOf(id), index));
}
