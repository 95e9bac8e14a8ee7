import * as z from 'zod/mini';
import type { Action } from '../../record/record.ts';
import { actionsNote } from './example-notes.ts';
import { defineRule, recordSpan, type RuleMessage } from '../rule.ts';

/** An open action without owner or date: one finding a record; "asap" and "ongoing" are queried (spec section 3). */
export const actionIncomplete = defineRule({
  id: 'action-incomplete',
  kinds: ['supervision', 'group', 'log', 'unknown'],
  severity: 'information',
  reflective: false,
  options: z.strictObject({}),
  examples: [
    {
      title: 'No date',
      fires: true,
      text: actionsNote('- T. to ring the school\n- KL to chase the panel by 7 March'),
    },
    { title: 'No name', fires: true, text: actionsNote('- [ ] Ring the school by 7 March') },
    {
      title: '"Ongoing" in a table',
      fires: true,
      text: actionsNote('| Action | Who | By when |\n|---|---|---|\n| Chase lockers | KL | ongoing |'),
    },
    {
      title: 'Everything there',
      fires: false,
      text: actionsNote('- T. to ring the school by 7 March\n- KL to chase the panel before the core group'),
    },
    { title: 'A journal', fires: false, text: actionsNote('- Ring the school', 'journal') },
    {
      title: 'Done already',
      fires: false,
      nearMiss: true,
      text: actionsNote('- [x] Ring the school\n- KL to chase the panel by 7 March'),
    },
    {
      title: '"Next time" is a time',
      fires: false,
      nearMiss: true,
      text: actionsNote('- T. to bring the genogram next time'),
    },
    {
      title: 'A table without a column for the day',
      fires: false,
      nearMiss: true,
      text: actionsNote(
        '| Action | Owner | Status |\n|---|---|---|\n| Chase lockers | KL | in hand |\n| Meet the inspector | T. | Cancelled by them |',
      ),
    },
    {
      title: 'The day stands further up',
      fires: false,
      nearMiss: true,
      text: actionsNote('- T.: FW1').replace('hour.', 'hour. The form, FW1, has to be in by 10 April.'),
    },
    {
      title: 'A meeting that is booked',
      fires: false,
      nearMiss: true,
      text: actionsNote(
        '- KL to chase the panel by 7 March\n- Nine-month review: 12 December, 10.00 (booked)',
      ),
    },
    {
      title: 'One writer’s own log',
      fires: false,
      nearMiss: true,
      text: '---\ntype: log\ndate: 2025-03-04\nauthor: T.\n---\n\n# Learning log\n\nA long day on the ward.\n\nTo do: read the chapter by 7 March.\n',
    },
    {
      title: 'The heading says whose they are',
      fires: false,
      nearMiss: true,
      text: actionsNote('- [ ] Send the papers by 7 March').replace('## Actions', '## Actions for T.'),
    },
  ],
  *check({ record }) {
    const open = record.actions.filter(({ done }) => !done);
    const incomplete = open.filter(({ unowned, undated }) => unowned || undated);
    const vague = open.filter(({ openEnded, unowned }) => openEnded && !unowned);
    const first = incomplete[0] ?? vague[0];
    if (first === undefined) return;
    const missing = new Set(incomplete.map(whatIsMissing));
    const only = missing.size === 1 ? [...missing][0] : undefined;
    yield {
      span: recordSpan(record),
      message:
        incomplete.length > 0
          ? { name: only ?? 'both', values: { n: incomplete.length, total: open.length } }
          : { name: 'open', values: { n: vague.length, due: first.dueText ?? '' } },
      related: [...incomplete, ...vague.filter((action) => !incomplete.includes(action))]
        .slice(0, 5)
        .map((action) => ({ span: action.span, message: evidenceOf(action) })),
    };
  },
});

function whatIsMissing({ unowned, undated }: Action): 'who' | 'when' | 'both' {
  if (unowned) return undated ? 'both' : 'who';
  return 'when';
}

function evidenceOf(action: Action): RuleMessage {
  if (!action.unowned && !action.undated) {
    return { name: 'evidence-open', values: { due: action.dueText ?? '' } };
  }
  return { name: `evidence-${whatIsMissing(action)}` };
}
