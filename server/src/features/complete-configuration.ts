import { CompletionItemKind, type CompletionItem, type Position } from 'vscode-languageserver';
import { severities } from '../balance/rule.ts';
import { ruleIds, rules } from '../balance/rules/index.ts';
import { confidentialityProfileIds } from '../confidentiality/profiles.ts';
import { configurationKeys, optionShape } from '../configuration/read-configuration.ts';
import { runRules } from '../runs/rules/index.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { nations } from '../standards/standards-book.ts';
import { cultures } from '../terms/cultures.ts';

/** Settings, rules, severities and thresholds in `.supervision-lens.yaml`, by what the line stands under. */
export function completeConfiguration(
  text: string,
  position: Position,
  { messages }: Knowledge,
): CompletionItem[] {
  const lines = text.split(/\r\n|\r|\n/);
  const before = (lines[position.line] ?? '').slice(0, position.character);
  const parents = parentsOf(lines, position.line, before.length - before.trimStart().length);
  const [top, rule] = parents;
  const key = (label: string, detail: string, rest = ': '): CompletionItem => ({
    label,
    detail,
    kind: CompletionItemKind.Property,
    insertText: `${label}${rest}`,
  });
  const severity = (): CompletionItem[] =>
    ['off', ...severities].map((label) => ({ label, kind: CompletionItemKind.EnumMember }));
  const value = /^\s*([\w-]+):\s+\S*$/.exec(before)?.[1];
  if (value !== undefined) {
    if (parents.length === 0 && value === 'nation')
      return nations.map((label) => ({ label, kind: CompletionItemKind.EnumMember }));
    const ofRule = parents.length === 1 && top === 'rules' && ruleIds.includes(value);
    if (value === 'profile' && top === 'confidentiality')
      return confidentialityProfileIds.map((label) => ({ label, kind: CompletionItemKind.EnumMember }));
    return ofRule || value === 'severity' ? severity() : [];
  }
  if (!/^\s*[\w-]*$/.test(before)) return [];
  if (top === undefined) return configurationKeys.map((name) => key(name, '', startOfValue[name]));
  if (top === 'cues' && parents.length === 1)
    return cultures.map((culture) => key(culture, messages.cultures[culture]?.plain ?? '', ':\n    - '));
  if (top === 'confidentiality') return [key('profile', '')];
  if (top === 'runs') return ['files', 'person', 'team'].map((name) => key(name, ''));
  if (top === 'rules' && parents.length === 1)
    return ruleIds.map((id) => key(id, messages.rules[id]?.title ?? ''));
  const schema = [...rules, ...runRules].find(({ id }) => id === rule)?.options;
  if (top !== 'rules' || schema === undefined) return [];
  return [key('severity', ''), ...Object.keys(optionShape(schema)).map((name) => key(name, ''))];
}

/** What stands behind a setting's name when it's begun. */
const startOfValue: Readonly<Record<(typeof configurationKeys)[number], string>> = {
  rules: ':\n  ',
  cues: ':\n  ',
  runs: ':\n  - files: ',
  templates: ': ',
  confidentiality: ':\n  profile: ',
  nation: ': ',
};

/** The keys that a line of this indentation stands under, outermost first. */
function parentsOf(lines: readonly string[], line: number, indent: number): string[] {
  const parents: string[] = [];
  let limit = indent;
  for (let at = line - 1; at >= 0 && limit > 0; at--) {
    const match = /^(\s*)([\w-]+):/.exec(lines[at] ?? '');
    const depth = match?.[1]?.length ?? Infinity;
    if (match?.[2] === undefined || depth >= limit) continue;
    parents.unshift(match[2]);
    limit = depth;
  }
  return parents;
}
