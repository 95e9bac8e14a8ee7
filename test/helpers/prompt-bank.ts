import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { aspects as rowsOfTable1, cultures as columnsOfTable1 } from '../../server/src/terms/cultures.ts';
import { rules } from '../../server/src/balance/rules/index.ts';
import { runRules } from '../../server/src/runs/rules/index.ts';

/** A prompt as it stands in the bank; the tests check that it is one. */
export interface Prompt {
  readonly id: string;
  readonly text: string;
  readonly with_words?: string;
  readonly opens: string;
  readonly aspect: string;
  readonly rules: readonly string[];
  readonly kinds: readonly string[];
  readonly for: string;
  readonly exposure: string;
  readonly minutes: number;
  readonly form: string;
  readonly stages: readonly string[];
  readonly readiness: string;
  readonly needs?: string;
  readonly source: string;
}

export const cultures: readonly string[] = columnsOfTable1;
export const aspects: readonly string[] = rowsOfTable1;
export const kinds = ['supervision', 'group', 'log', 'journal'];
export const audiences = ['supervisor', 'both', 'student', 'student-and-educator', 'group'];
export const exposures = ['low', 'some', 'high'];
export const forms = ['question', 'activity', 'agenda-item', 'action'];
export const stages = ['forming', 'storming', 'norming', 'performing', 'ending'];
export const readinesses = ['any', 'low', 'high'];

/** Rules that aren't about reflection and that the bank has something for all the same. */
export const practical = ['worker-comment-missing', 'action-incomplete'];

/** The kinds in which a rule can fire; runs are made of any kind. `fair-process` is offered no prompt. */
export const kindsOfRule: Readonly<Record<string, readonly string[]>> = Object.fromEntries([
  ...rules
    .filter(({ id, reflective }) => reflective || practical.includes(id))
    .map((rule) => [rule.id, rule.kinds.filter((kind) => kind !== 'unknown')] as const),
  ...runRules.map(({ id }) => [id, kinds] as const),
]);

export const raw: unknown = parse(
  readFileSync(new URL('../../server/data/prompts.yaml', import.meta.url), 'utf8'),
);

/** The bank, read as prompts; the first test says whether that was right. */
export const bank = raw as readonly Prompt[];

/** All the ways in which a prompt can be worded. */
export function wordings({ text, with_words: withWords }: Prompt): string[] {
  return withWords === undefined ? [text] : [text, withWords];
}

/** Words in lower case. */
export function words(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu) ?? [];
}

/** The prompts that answer a rule in a kind of record. */
export function answering(rule: string, kind: string): Prompt[] {
  return bank.filter((prompt) => prompt.rules.includes(rule) && prompt.kinds.includes(kind));
}
