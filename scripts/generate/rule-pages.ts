import type { Rule, RuleExample, Severity } from '../../server/src/balance/rule.ts';
import { configurationRule, rules } from '../../server/src/balance/rules/index.ts';
import { optionShape } from '../../server/src/configuration/read-configuration.ts';
import { analyseExample } from '../../server/src/analysis/analyse-example.ts';
import { createAnalyser } from '../../server/src/analysis/analyse.ts';
import { createKnowledge, type Knowledge } from '../../server/src/knowledge/knowledge.ts';
import { collectKnowledge, collectModel } from '../collect-data.ts';
import { runRules } from '../../server/src/runs/rules/index.ts';
import type { RunRule } from '../../server/src/runs/run-rule.ts';
import * as z from 'zod/mini';

const severityWords: Readonly<Record<Severity, string>> = {
  hint: 'a hint',
  information: 'information',
  warning: 'a warning',
  error: 'an error',
};
const kindWords: Readonly<Record<string, string>> = {
  supervision: 'supervision',
  group: 'group records',
  log: 'logs',
  journal: 'journals',
  unknown: 'records whose kind can’t be told',
};

/** The page of each rule, by path; made from its own examples and what it really says of them. */
export function rulePages(): [path: string, text: string][] {
  const knowledge = createKnowledge(collectKnowledge(), collectModel());
  const pages = rules.map((rule): [string, string] => [
    `docs/rules/${rule.id}.md`,
    rulePage(rule, knowledge),
  ]);
  return [
    ...pages,
    ...runRules.map((rule): [string, string] => [`docs/rules/${rule.id}.md`, runRulePage(rule, knowledge)]),
    [`docs/rules/${configurationRule}.md`, configurationPage(knowledge)],
    ['docs/rules/README.md', indexPage(knowledge)],
  ];
}

function rulePage(rule: Rule, knowledge: Knowledge): string {
  const { title = rule.id, why = '' } = knowledge.messages.rules[rule.id] ?? {};
  const firing = rule.examples.filter(({ fires }) => fires);
  const silent = rule.examples.filter(({ fires, nearMiss }) => !fires && nearMiss !== true);
  const near = rule.examples.filter(({ nearMiss }) => nearMiss === true);
  return [
    `# ${title}`,
    `\`${rule.id}\` · ${rule.offByDefault === true ? 'off until you switch it on, then ' : ''}said as ${severityWords[rule.severity]} · for ${rule.kinds.map((kind) => kindWords[kind] ?? kind).join(', ')}`,
    why.trim(),
    ...optionsPart(rule.options),
    '## When it speaks',
    ...firing.flatMap((example) => [...examplePart(example), said(example, rule, knowledge)]),
    '## When it is silent',
    ...silent.flatMap(examplePart),
    '## Only just silent',
    ...near.flatMap(examplePart),
    ...switchOffPart(rule.id),
    '',
  ]
    .join('\n\n')
    .replace(/\n{3,}$/, '\n');
}

/** A page of a rule on runs: its examples are whole runs, so they are named and not printed. */
function runRulePage(rule: RunRule, knowledge: Knowledge): string {
  const { title = rule.id, why = '' } = knowledge.messages.rules[rule.id] ?? {};
  const named = (examples: RunRule['examples']): string =>
    examples.map((each) => `- ${each.title}`).join('\n');
  return [
    `# ${title}`,
    `\`${rule.id}\` · ${rule.offByDefault === true ? 'off until you switch it on, then ' : ''}said as ${severityWords[rule.severity]} · on the newest record of a run`,
    why.trim(),
    ...optionsPart(rule.options),
    '## When it speaks',
    named(rule.examples.filter(({ fires }) => fires)),
    '## When it is silent',
    named(rule.examples.filter(({ fires, nearMiss }) => !fires && nearMiss !== true)),
    '## Only just silent',
    named(rule.examples.filter(({ nearMiss }) => nearMiss === true)),
    ...switchOffPart(rule.id),
    '',
  ]
    .join('\n\n')
    .replace(/\n{3,}$/, '\n');
}

function switchOffPart(id: string): string[] {
  return [
    '## To switch it off',
    `At the heading or passage, open the light bulb and choose “Don't ask about this …”. Or write \`<!-- supervision-lens-disable-file ${id} -->\` in the record, or this in \`.supervision-lens.yaml\`:`,
    `\`\`\`yaml\nrules:\n  ${id}: off\n\`\`\``,
  ];
}

function optionsPart(options: Rule['options']): string[] {
  const defaults = z.parse(options, {}) as Record<string, unknown>;
  const names = Object.keys(optionShape(options));
  if (names.length === 0) return [];
  const lines = names.map((name) => `- \`${name}\`: ${String(defaults[name])}`);
  return ['Thresholds, with what they are if nothing else is said:', lines.join('\n')];
}

function examplePart({ title, text, before }: RuleExample): string[] {
  const earlier =
    before === undefined
      ? []
      : [
          'The record before it in its run:',
          `\`\`\`\`markdown\n${before.trimEnd()}\n\`\`\`\``,
          'The record:',
        ];
  return [`**${title}**`, ...earlier, `\`\`\`\`markdown\n${text.trimEnd()}\n\`\`\`\``];
}

/** What the rule says of an example, word for word. */
function said(example: RuleExample, rule: Rule, knowledge: Knowledge): string {
  const { findings } = analyseExample(createAnalyser(knowledge), rule, example);
  const messages = findings.filter((finding) => finding.rule === rule.id).map(({ message }) => message);
  return messages.map((message) => `> ${message}`).join('\n>\n');
}

function configurationPage(knowledge: Knowledge): string {
  const { title = '', why = '' } = knowledge.messages.rules[configurationRule] ?? {};
  return [
    `# ${title}`,
    `\`${configurationRule}\` · said as a warning · in \`.supervision-lens.yaml\``,
    why.trim(),
    'A configuration that works:',
    '```yaml\n# Rules are off, hint, information, warning or error; some have thresholds.\nrules:\n  one-owner: off\n  purely-managed:\n    severity: hint\n    managed: 0.9\n# Phrases of your own that speak for a culture.\ncues:\n  democratic:\n    - people’s panel\n```',
    '',
  ]
    .join('\n\n')
    .replace(/\n{3,}$/, '\n');
}

function indexPage({ messages }: Knowledge): string {
  const rows = [
    ...[...rules, ...runRules].map(({ id, severity }) => ({ id, severity })),
    { id: configurationRule, severity: 'warning' as const },
  ].map(({ id, severity }) => `| [\`${id}\`](${id}.md) | ${messages.rules[id]?.title ?? ''} | ${severity} |`);
  return [
    '# What may be asked about a record',
    'Each of these is a question about a note, never about a person, and each can be switched off.',
    ['| rule | in words | said as |', '|---|---|---|', ...rows].join('\n'),
    '',
  ]
    .join('\n\n')
    .replace(/\n{3,}$/, '\n');
}
