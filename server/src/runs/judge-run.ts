import { defaultRuleSettings, fillRuleMessage, type RuleSettings } from '../balance/judge-record.ts';
import type { Messages } from '../balance/messages.ts';
import type { Severity } from '../balance/rule.ts';
import type { Culture } from '../terms/cultures.ts';
import type { Span } from '../text/span.ts';
import type { Run } from './gather-runs.ts';
import { runRules } from './rules/index.ts';

/** A finding on a run in words; it stands on the title of the newest record. */
export interface RunFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** The newest record. */
  readonly id: string;
  readonly span: Span;
  readonly related: readonly { readonly id: string; readonly span: Span; readonly message: string }[];
  readonly opens: readonly Culture[];
}

/** Runs the rules on a run, the most useful findings first; the newest record's switches are heeded. */
export function judgeRun(
  run: Run,
  messages: Messages,
  settings: RuleSettings = defaultRuleSettings,
): RunFinding[] {
  const newest = run.records.at(-1);
  if (newest === undefined) return [];
  return runRules.flatMap((rule) => {
    const severity = settings.severities[rule.id] ?? (rule.offByDefault === true ? 'off' : rule.severity);
    if (severity === 'off' || newest.switchedOff.includes(rule.id)) return [];
    const texts = messages.rules[rule.id]?.messages ?? {};
    return [...rule.check(run, settings.options[rule.id])].map((found): RunFinding => ({
      rule: rule.id,
      severity,
      message: fillRuleMessage(texts, found.message, messages),
      id: newest.id,
      span: newest.title,
      related: (found.related ?? []).flatMap(({ id, message }) => {
        const record = run.records.find((each) => each.id === id);
        return record === undefined
          ? []
          : [{ id, span: record.title, message: fillRuleMessage(texts, message, messages) }];
      }),
      opens: found.opens ?? [],
    }));
  });
}
