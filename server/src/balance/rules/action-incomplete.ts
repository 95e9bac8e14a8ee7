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
  ],
  *check({ record }) {
    const open = record.actions.filter(({ done }) => !done);
    const incomplete = open.filter((action) => action.owner === undefined || action.dueText === undefined);
    const vague = open.filter((action) => action.openEnded && action.owner !== undefined);
    const first = incomplete[0] ?? vague[0];
    if (first === undefined) return;
    const missing = new Set(incomplete.map(whatIsMissing));
    const only = missing.size === 1 ? [...missing][0] : undefined;
    yield {
      span: recordSpan(record),
      message:
        incomplete.length > 0
          ? { name: only ?? 'both', values: { n: incomplete.length, total: record.actions.length } }
          : { name: 'open', values: { n: vague.length, due: first.dueText ?? '' } },
      related: [...incomplete, ...vague.filter((action) => !incomplete.includes(action))]
        .slice(0, 5)
        .map((action) => ({ span: action.span, message: evidenceOf(action) })),
    };
  },
});

function whatIsMissing({ owner, dueText }: Action): 'who' | 'when' | 'both' {
  if (owner === undefined) return dueText === undefined ? 'both' : 'who';
  return 'when';
}

function evidenceOf(action: Action): RuleMessage {
  if (action.owner !== undefined && action.dueText !== undefined) {
    return { name: 'evidence-open', values: { due: action.dueText } };
  }
  return { name: `evidence-${whatIsMissing(action)}` };
}
