import * as z from 'zod/mini';
import type { RuleExample, RuleMessage, Severity } from '../balance/rule.ts';
import type { runRuleIds } from '../balance/rules/index.ts';
import type { Culture } from '../terms/cultures.ts';
import type { Run } from './gather-runs.ts';

/** What a rule on a run found, before severity, switches and words; it stands on the newest record's title. */
export interface RunRuleFinding {
  readonly message: RuleMessage;
  /** Records that show it, by id, besides the newest. */
  readonly related?: readonly { readonly id: string; readonly message: RuleMessage }[];
  readonly opens?: readonly Culture[];
}

/** A run with what the rule says of it; the records in order, the newest last. Documentation and test at once. */
export interface RunExample extends Pick<RuleExample, 'title' | 'fires' | 'nearMiss'> {
  readonly texts: readonly string[];
}

/** A rule on a run. Pure: no configuration, severity or switch is known here. */
export interface RunRule {
  readonly id: (typeof runRuleIds)[number];
  readonly severity: Severity;
  readonly offByDefault?: true;
  readonly options: z.ZodMiniType;
  readonly examples: readonly RunExample[];
  /** `options` as the configuration has them, checked before; left out: the defaults. */
  check: (run: Run, options?: unknown) => Iterable<RunRuleFinding>;
}

/** Makes a rule whose `check` sees its options typed and complete. */
export function defineRunRule<Schema extends z.ZodMiniType>(
  rule: Omit<RunRule, 'check' | 'options' | 'severity'> & {
    readonly options: Schema;
    check: (run: Run, options: z.infer<Schema>) => Iterable<RunRuleFinding>;
  },
): RunRule {
  return {
    severity: 'hint',
    ...rule,
    check: (run, options = {}) => rule.check(run, z.parse(rule.options, options)),
  };
}

/** A run is judged from so many dated records on (spec section 3). */
export const leastRecords = 3;
