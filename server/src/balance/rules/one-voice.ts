import * as z from 'zod/mini';
import type { SupervisionRecord } from '../../record/record.ts';
import { defineRule, recordSpan } from '../rule.ts';
import { wordsOfRecord } from '../record-words.ts';

const quotation = /["“][^"“”]{3,}["”]/;

const head = (type: string, people: string): string =>
  `---\ntype: ${type}\ndate: 2025-03-04\n${people}\n---\n\n# ${type === 'group' ? 'Group' : 'Supervision'}, 4 March 2025\n\n`;
const supervision = head('supervision', 'supervisor: KL\nsupervisee: T.');
const group = head('group', 'present: KL, T., RM, AO');
const monologue = [
  'KL asked for the chronology to be done by Friday and for the visits to be put in the diary for the rest of the term.',
  'KL said that the plan for the P family is drifting and that the next core group has to settle who does what, and by when.',
  'KL thinks the new form works and that it should be used from now on for every visit, announced or not.',
  'Leave is booked for the last week of the month. Duty is covered on the Monday and the Tuesday, and the Wednesday is still open.',
  'The office moves in June. Crates come on the ninth. Anything left on a desk after that goes to store, and store has no lift.',
  'KL suggested that the two closing cases be written up together, since the audit will ask for both in the same week.',
];
const text = (...passages: readonly string[]): string => passages.join('\n\n');

/** Only one voice is heard in a whole record. */
export const oneVoice = defineRule({
  id: 'one-voice',
  kinds: ['supervision', 'group'],
  severity: 'information',
  reflective: true,
  options: z.strictObject({ words: z._default(z.number().check(z.minimum(20), z.maximum(2000)), 100) }),
  examples: [
    { title: 'The supervisor speaks throughout', fires: true, text: `${supervision}${text(...monologue)}\n` },
    { title: 'One person speaks in a group of four', fires: true, text: `${group}${text(...monologue)}\n` },
    {
      title: 'The worker answers',
      fires: false,
      text: `${supervision}${text(...monologue, 'T. said she would rather see the boys first and write it up after.')}\n`,
    },
    {
      title: 'Too short to judge',
      fires: false,
      text: `${supervision}${text(...monologue.slice(0, 2))}\n`,
    },
    {
      title: 'Nobody is reported at all: whose voice it is can’t be told',
      fires: false,
      nearMiss: true,
      text: `${supervision}${text(...monologue).replace(/KL (?:asked|said|thinks|suggested)/g, 'Noted')}\n`,
    },
    {
      title: 'Somebody’s words in quotation marks',
      fires: false,
      nearMiss: true,
      text: `${supervision}${text(...monologue, 'On the door of the fridge: “Whoever took my yoghurt, I hope it was nice.”')}\n`,
    },
  ],
  *check({ record }, { words }) {
    if (wordsOfRecord(record) < words || hasOwnWords(record)) return;
    const heard = new Set<string>();
    const spoken = record.passages.flatMap(({ voices }) => voices);
    for (const { voice, span } of spoken)
      heard.add(`${voice} ${record.text.slice(span.start, span.end).toLowerCase().replace(/\./g, '')}`);
    // Whose voice a note without any is in can't be told; a voice that is heard once may be the writer's aside.
    if (heard.size !== 1 || spoken.length < 3) return;
    if (record.passages.some(({ plain }) => quotation.test(plain.text))) return;
    const [first] = spoken;
    const who = first === undefined ? '' : record.text.slice(first.span.start, first.span.end);
    yield {
      span: recordSpan(record),
      message: { name: 'finding', values: { who } },
      related: spoken.slice(0, 3).map(({ span }) => ({ span, message: { name: 'evidence' } })),
      opens: ['democratic', 'humanistic'],
    };
  },
});

function hasOwnWords({ sections, passages }: SupervisionRecord): boolean {
  return passages.some(({ section }) => sections[section ?? -1]?.key === 'own_words');
}
