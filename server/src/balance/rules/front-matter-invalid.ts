import * as z from 'zod/mini';
import { defineRule } from '../rule.ts';

/** Front matter that YAML can't make sense of: one finding on the offending line, the rest is still read. */
export const frontMatterInvalid = defineRule({
  id: 'front-matter-invalid',
  kinds: ['supervision', 'group', 'log', 'journal', 'unknown'],
  severity: 'warning',
  reflective: false,
  options: z.strictObject({}),
  examples: [
    {
      title: 'A bracket that never closes',
      fires: true,
      text: '---\ntype: supervision\npresent: [KL, T.\n---\n\n# Supervision\n\nWe met.\n',
    },
    {
      title: 'No end',
      fires: true,
      text: '---\ntype: supervision\ndate: 2025-03-04\n\n# Supervision\n\nWe met.\n',
    },
    {
      title: 'As it should be',
      fires: false,
      text: '---\ntype: supervision\ndate: 2025-03-04\n---\n\n# Supervision\n\nWe met.\n',
    },
    { title: 'None at all', fires: false, text: '# Supervision 4 March 2025\n\nWe met.\n' },
    {
      title: 'A line across the page at the top',
      fires: false,
      nearMiss: true,
      text: '---\n\n# Supervision 4 March 2025\n\nWe met.\n',
    },
  ],
  *check({ record }) {
    for (const { kind, detail, span } of record.problems) {
      if (kind === 'front-matter-invalid') yield { span, message: { name: detail ?? 'syntax' } };
    }
  },
});
