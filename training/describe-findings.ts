import type { Finding } from '../server/src/balance/judge-record.ts';
import { recordKinds } from '../server/src/terms/kinds.ts';
import type { JudgedRecord } from './judge-corpus.ts';
import { markdownTable, percent } from './tables.ts';

/** How many findings a record of the corpus gets on average, by rule and by kind of record, in Markdown. */
export function describeFindings(records: readonly JudgedRecord[]): string {
  return [
    '## As the product reads the records by itself',
    describeSome(records, ({ given }) => given),
    '## With every passage tagged as careful readers would',
    describeSome(records, ({ wanted }) => wanted),
  ].join('\n\n');
}

function describeSome(
  records: readonly JudgedRecord[],
  findingsOf: (record: JudgedRecord) => readonly Finding[],
): string {
  const kinds = recordKinds.filter((kind) => records.some((record) => record.kind === kind));
  const groups = [...kinds.map((kind) => records.filter((record) => record.kind === kind)), records];
  const rules = [...new Set(records.flatMap((record) => findingsOf(record).map(({ rule }) => rule)))].sort();
  const average = (some: readonly JudgedRecord[], rule?: string): string => {
    const found = some.flatMap(findingsOf).filter((finding) => rule === undefined || finding.rule === rule);
    return found.length === 0 ? '–' : (found.length / some.length).toFixed(2);
  };
  const atMostOne = records.filter((record) => findingsOf(record).length <= 1).length;
  return [
    `${percent(atMostOne / records.length)} of the records get no finding or one.`,
    markdownTable(
      [
        'rule',
        ...kinds.map((kind, index) => `${kind} (${groups[index]!.length})`),
        `all (${records.length})`,
      ],
      [
        ...rules.map((rule) => [rule, ...groups.map((some) => average(some, rule))]),
        ['all rules', ...groups.map((some) => average(some))],
      ],
    ),
  ].join('\n\n');
}
