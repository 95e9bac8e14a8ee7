import { judgeCorpus } from './judge-corpus.ts';
import type { LeftOutReading } from './leave-writers-out.ts';

/** The rules that look at the shares of the cultures. */
export const shareRules = ['purely-managed', 'individual-cultures-only', 'missing-culture'] as const;

/** How often a rule spoke when it should, when it shouldn't, and was silent when it should have spoken. */
export interface RuleAgreement {
  readonly rule: string;
  readonly right: number;
  readonly wrong: number;
  readonly missed: number;
}

/**
 * Runs the rules over every record twice: with its readings by models that never saw its writer, and with the
 * labels in their place.
 */
export function measureRules(readings: readonly LeftOutReading[]): RuleAgreement[] {
  const outcomes = judgeCorpus(readings).map(({ given, wanted }) => ({
    given: new Set(given.map(({ rule }) => rule)),
    wanted: new Set(wanted.map(({ rule }) => rule)),
  }));
  return shareRules.map((rule) => ({
    rule,
    right: outcomes.filter(({ given, wanted }) => given.has(rule) && wanted.has(rule)).length,
    wrong: outcomes.filter(({ given, wanted }) => given.has(rule) && !wanted.has(rule)).length,
    missed: outcomes.filter(({ given, wanted }) => !given.has(rule) && wanted.has(rule)).length,
  }));
}
