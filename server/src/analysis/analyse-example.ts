import type { Rule, RuleExample } from '../balance/rule.ts';
import { defaultRuleSettings } from '../balance/judge-record.ts';
import { defaultConfiguration } from '../configuration/configuration.ts';
import type { Analyser, Analysis } from './analyse.ts';

/** Analyses an example of a rule with that rule switched on, after the record that the example names as before it. */
export function analyseExample(analyser: Analyser, rule: Rule, { text, before }: RuleExample): Analysis {
  const profile = before === undefined ? undefined : analyser.analyse(before).profile;
  const severities = { [rule.id]: rule.severity };
  return analyser.analyse(text, {
    configuration: { ...defaultConfiguration, rules: { ...defaultRuleSettings, severities } },
    before: profile && { profile, date: '2025-02-04' },
  });
}
