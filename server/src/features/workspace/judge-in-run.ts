import type { Analyser } from '../../analysis/analyse.ts';
import { looksBefore, type Finding } from '../../balance/judge-record.ts';
import { recordSpan } from '../../balance/rule.ts';
import { ruleIds } from '../../balance/rules/index.ts';
import type { ReadDocument } from '../read-document.ts';
import type { RunStanding, WorkspaceIndex } from './workspace-index.ts';

/** Findings on a run come after those up to this rule: what can't be read, what is formal, and the balance. */
const rulesBefore = ruleIds.indexOf('fair-process');

/** A record with what its run adds: findings on the run on the newest one's title, and what the record before changes. */
export function judgeInRun(
  read: ReadDocument,
  { before, earlier, findings }: RunStanding,
  analyser: Analyser,
  index: Pick<WorkspaceIndex, 'record'>,
): ReadDocument {
  if (before === undefined && findings.length === 0)
    return earlier === undefined ? read : { ...read, earlier };
  const { configuration } = read;
  const analysis =
    before === undefined || !looksBefore(read.analysis, configuration.rules)
      ? read.analysis
      : analyser.judgeAfter(read.analysis, before, configuration);
  const span = recordSpan(analysis.record);
  const onRun = findings.map(({ rule, severity, message, related, opens }): Finding => ({
    rule,
    severity,
    message,
    span,
    related: [],
    elsewhere: related.flatMap((each) => {
      const place = index.record(each.id)?.listing.titlePlace;
      return place === undefined ? [] : [{ id: each.id, place, message: each.message }];
    }),
    fixes: [],
    opens,
    reflective: true,
  }));
  const first = analysis.findings.filter(({ rule }) => ruleIds.indexOf(rule) <= rulesBefore);
  const rest = analysis.findings.filter((finding) => !first.includes(finding));
  return {
    ...read,
    ...(earlier === undefined ? {} : { earlier }),
    analysis: { ...analysis, findings: [...first, ...onRun, ...rest] },
  };
}
