import * as z from 'zod/mini';
import { defineRule } from '../rule.ts';

/** A comment without an end, after which Markdown hides the rest. */
export const commentUnclosed = defineRule({
  id: 'comment-unclosed',
  kinds: ['supervision', 'group', 'log', 'journal', 'unknown'],
  severity: 'warning',
  reflective: false,
  options: z.strictObject({}),
  examples: [
    {
      title: 'On a line of its own',
      fires: true,
      text: '# Supervision 4 March 2025\n\nWe met.\n\n<!-- to check\n\nWe talked about K.\n',
    },
    {
      title: 'Behind a passage',
      fires: true,
      text: '# Supervision 4 March 2025\n\nWe met. <!-- culture: managed\n',
    },
    {
      title: 'Closed',
      fires: false,
      text: '# Supervision 4 March 2025\n\nWe met. <!-- culture: managed -->\n',
    },
    {
      title: 'Closed further down',
      fires: false,
      text: '# Supervision 4 March 2025\n\n<!-- to check\n\nnext time -->\n\nWe talked about K.\n',
    },
    {
      title: 'In code',
      fires: false,
      nearMiss: true,
      text: '# Supervision 4 March 2025\n\nComments start with `<!--` in Markdown.\n',
    },
  ],
  *check({ record }) {
    for (const { kind, span } of record.problems) {
      if (kind === 'comment-unclosed') yield { span, message: { name: 'finding' } };
    }
  },
});
