import { createAnalyser } from '../server/src/analysis/analyse.ts';
import { rules } from '../server/src/balance/rules/index.ts';
import { defaultConfiguration } from '../server/src/configuration/configuration.ts';
import { createKnowledge } from '../server/src/knowledge/knowledge.ts';
import { collectKnowledge, collectModel } from '../scripts/collect-data.ts';
import { readRuleCases, type RuleCase } from './rule-cases.ts';
import { decimal, markdownTable } from './tables.ts';

/** How a rule that reads meaning does on its cases. */
export interface RuleCaseFigures {
  readonly rule: string;
  readonly onByDefault: boolean;
  readonly cases: number;
  readonly hands: number;
  /** It speaks, and should. */
  readonly right: readonly RuleCase[];
  /** It speaks, and shouldn't. */
  readonly wrong: readonly RuleCase[];
  /** It is silent, and should speak. */
  readonly missed: readonly RuleCase[];
}

/** Runs each rule, switched on, over its cases. */
export function measureRuleCases(): RuleCaseFigures[] {
  const analyser = createAnalyser(createKnowledge(collectKnowledge(), collectModel()));
  return [...readRuleCases()].map(([rule, cases]) => {
    const configuration = {
      ...defaultConfiguration,
      rules: { ...defaultConfiguration.rules, severities: { [rule]: 'hint' as const } },
    };
    const speaks = (each: RuleCase): boolean =>
      analyser.analyse(each.text, { configuration }).findings.some((finding) => finding.rule === rule);
    const spoken = cases.filter(speaks);
    return {
      rule,
      onByDefault: rules.find(({ id }) => id === rule)?.offByDefault !== true,
      cases: cases.length,
      hands: new Set(cases.map(({ hand }) => hand)).size,
      right: spoken.filter(({ fires }) => fires),
      wrong: spoken.filter(({ fires }) => !fires),
      missed: cases.filter((each) => each.fires && !spoken.includes(each)),
    };
  });
}

/** The figures in Markdown. */
export function describeRuleCases(figures: readonly RuleCaseFigures[]): string {
  return [
    '### Rules that read meaning',
    'On short cases written for each, a third of them near misses (`training/rule-cases/`). A rule speaks unasked only where its precision is 0.8 or more over at least five findings.',
    markdownTable(
      [
        'rule',
        'cases',
        'hands',
        'right',
        'too often',
        'of them near misses',
        'missed',
        'precision',
        'recall',
        'ships',
      ],
      figures.map(({ rule, onByDefault, cases, hands, right, wrong, missed }) => [
        rule,
        cases,
        hands,
        right.length,
        wrong.length,
        wrong.filter(({ near }) => near === true).length,
        missed.length,
        right.length + wrong.length === 0 ? '–' : decimal(right.length / (right.length + wrong.length)),
        decimal(right.length / Math.max(1, right.length + missed.length)),
        onByDefault ? 'on' : 'off',
      ]),
    ),
  ].join('\n\n');
}
