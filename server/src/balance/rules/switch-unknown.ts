import * as z from 'zod/mini';
import { nearestName } from '../../text/nearest-name.ts';
import { defineRule } from '../rule.ts';

/** A switch comment that names no known switch or rule, and so does nothing. */
export const switchUnknown = defineRule({
  id: 'switch-unknown',
  kinds: ['supervision', 'group', 'log', 'journal', 'unknown'],
  severity: 'warning',
  reflective: false,
  options: z.strictObject({}),
  examples: [
    {
      title: 'No such switch',
      fires: true,
      text: '# Supervision 4 March 2025\n\n<!-- supervision-lens-off -->\n\nWe met.\n',
    },
    {
      title: 'No such rule',
      fires: true,
      text: '# Supervision 4 March 2025\n\n<!-- supervision-lens-disable purely-manged -->\n\nWe met.\n',
    },
    {
      title: 'A rule switched off',
      fires: false,
      text: '# Supervision 4 March 2025\n\n<!-- supervision-lens-disable purely-managed -->\n\nWe met.\n',
    },
    {
      title: 'All rules switched off',
      fires: false,
      text: '# Supervision 4 March 2025\n\n<!-- supervision-lens-disable-file -->\n\nWe met.\n',
    },
    {
      title: 'Another comment',
      fires: false,
      nearMiss: true,
      text: '# Supervision 4 March 2025\n\n<!-- the supervision-lens switch goes here -->\n\nWe met.\n',
    },
  ],
  *check({ record, ruleIds }) {
    for (const { kind, rules, span, beside } of record.switches) {
      if (beside === true) continue;
      if (kind === 'unknown') yield { span, message: { name: 'kind' } };
      for (const rule of kind === 'unknown' ? [] : rules) {
        if (ruleIds.includes(rule.id)) continue;
        const suggestion = nearestName(rule.id, ruleIds);
        const values = { rule: rule.id, suggestion: suggestion ?? '' };
        yield {
          span: rule.span,
          message: { name: suggestion === undefined ? 'rule' : 'rule-suggestion', values },
          fixes:
            suggestion === undefined
              ? []
              : [{ title: { name: 'fix', values }, changes: [{ span: rule.span, newText: suggestion }] }],
        };
      }
    }
  },
});
