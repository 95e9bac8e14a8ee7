import * as z from 'zod/mini';
import { foldText } from '../../text/words.ts';
import { actionsNote } from './example-notes.ts';
import { defineRule, recordSpan } from '../rule.ts';

/** At least three actions, all owned by one person or by nobody (spec section 3). */
export const oneOwner = defineRule({
  id: 'one-owner',
  kinds: ['supervision', 'group', 'log'],
  severity: 'information',
  reflective: true,
  options: z.strictObject({ actions: z._default(z.number().check(z.minimum(2), z.maximum(100)), 3) }),
  examples: [
    {
      title: 'All for one person',
      fires: true,
      text: actionsNote(
        '- T. to ring the school by 7 March\n- T. to write up the visit by 7 March\n- T. to book the review by 14 March',
      ),
    },
    {
      title: 'Nobody named',
      fires: true,
      text: actionsNote(
        '- Ring the school by 7 March\n- Write up the visit by 7 March\n- Book the review by 14 March',
      ),
    },
    {
      title: 'Shared out',
      fires: false,
      text: actionsNote(
        '- T. to ring the school by 7 March\n- KL to chase the panel by 7 March\n- T. to book the review by 14 March',
      ),
    },
    {
      title: 'A journal',
      fires: false,
      text: actionsNote(
        '- I will ring the school by 7 March\n- I will write it up by 7 March\n- I will read the chapter by 14 March',
        'journal',
      ),
    },
    {
      title: 'Two actions',
      fires: false,
      nearMiss: true,
      text: actionsNote('- T. to ring the school by 7 March\n- T. to write up the visit by 7 March'),
    },
    {
      title: 'One of them is for both',
      fires: false,
      nearMiss: true,
      text: actionsNote(
        '- T. to ring the school by 7 March\n- T. to write up the visit by 7 March\n- T. and KL to meet the head by 14 March',
      ),
    },
    {
      title: 'Two of three are done',
      fires: false,
      nearMiss: true,
      text: actionsNote(
        '- [x] T. to ring the school by 7 March\n- [x] T. to write up the visit\n- [ ] T. to book the review',
      ),
    },
    {
      title: 'No name stands first, but people speak of themselves',
      fires: false,
      nearMiss: true,
      text: actionsNote(
        '- [ ] Reflective log: draft to me by 7 March\n- [ ] Feedback from the school, chase\n- [ ] Panel in the civic centre, T. needn’t come',
      ),
    },
    {
      title: 'A review of last time’s actions',
      fires: false,
      nearMiss: true,
      text: actionsNote(
        '| Action | Owner | Status |\n|---|---|---|\n| Close two enquiries | T. | one closed |\n| Meet the inspector | T. | Cancelled |\n| Training | T. | Did not attend |',
      ).replace('## Actions', '## Review of actions from 4 February'),
    },
  ],
  *check({ record }, { actions: needed }) {
    const { sections, passages } = record;
    // What was agreed last time is looked back on, not handed out.
    const actions = record.actions.filter(
      ({ done, passage }) => !done && sections[passages[passage]?.section ?? -1]?.key !== 'previous_actions',
    );
    if (actions.length < needed) return;
    const owners = new Set(
      actions.map(({ owner }) => (owner === undefined ? '' : foldText(owner).replace(/\.$/, ''))),
    );
    const [owner] = owners;
    if (owners.size !== 1 || owner === undefined || shared.test(owner)) return;
    // Saying that nobody is named needs more than an owner that wasn't found.
    if (owner === '' && !actions.every(({ unowned }) => unowned)) return;
    const name = actions[0]?.owner ?? '';
    const evidence =
      owner === '' ? { name: 'evidence-nobody' } : { name: 'evidence', values: { owner: name } };
    const values = { n: actions.length, owner: name };
    const message = owner === '' ? 'nobody' : /^(?:i|me|i'll|i'm)\b/.test(owner) ? 'writer' : 'finding';
    yield {
      span: recordSpan(record),
      message: { name: message, values },
      related: actions.slice(0, 3).map(({ span }) => ({ span, message: evidence })),
      opens: ['democratic', 'professional'],
    };
  },
});

/** An owner that is more than one person. */
const shared = /^(?:we|all|both|everyone|everybody|team|us|whole team)$|[/&+,]| and | with /;
