import * as z from 'zod/mini';
import { headerValue, isCaseRecord, type SupervisionRecord } from '../../record/record.ts';
import { namesIn } from '../../record/read-voices.ts';
import { lineEnding } from '../../text/line-ending.ts';
import { defineRule, recordSpan } from '../rule.ts';
import { wordsOfRecord } from '../record-words.ts';
import { balancedNote, managedNote, noTogetherNote, shortManagedNote } from './example-notes.ts';

const quotation = /["“][^"“”]{3,}["”]/;

/** No place for the worker's own words, agreement or disagreement. The fix adds one. */
export const workerCommentMissing = defineRule({
  id: 'worker-comment-missing',
  kinds: ['supervision'],
  severity: 'information',
  reflective: false,
  options: z.strictObject({ words: z._default(z.number().check(z.minimum(20), z.maximum(2000)), 80) }),
  examples: [
    { title: 'The work from top to bottom', text: managedNote, fires: true },
    {
      title: 'A list of what is to be done',
      text: managedNote.replace(/supervisee: T\./, 'supervisee: Tanya Reed'),
      fires: true,
    },
    { title: 'The worker is heard in it', text: noTogetherNote, fires: false },
    {
      title: 'A heading for it',
      text: `${managedNote}\n## In T.'s words\n\nNothing to add.\n`,
      fires: false,
    },
    { title: 'All four cultures', text: balancedNote, fires: false },
    { title: 'Too short to ask', text: shortManagedNote, fires: false, nearMiss: true },
    {
      title: 'A heading with nothing under it yet',
      text: `${managedNote}\n## Worker's comments\n`,
      fires: false,
      nearMiss: true,
    },
  ],
  *check({ record }, { words }) {
    if (isCaseRecord(record) || wordsOfRecord(record) < words || hasPlace(record)) return;
    const name = namesIn(headerValue(record, 'supervisee')?.text ?? '')[0];
    const newline = lineEnding(record.text);
    const heading = name === undefined ? 'In their own words' : `In ${short(name)}'s words`;
    const end = record.text.trimEnd().length;
    yield {
      span: recordSpan(record),
      message: { name: 'finding', values: { who: name === undefined ? '' : short(name) } },
      fixes: [
        {
          title: { name: 'fix', values: { heading } },
          changes: [
            {
              span: { start: end, end: record.text.length },
              newText: `${newline}${newline}## ${heading}${newline}${newline}`,
            },
          ],
        },
      ],
    };
  },
});

/** "T." stays, "Tanya Reed" becomes "Tanya". */
function short(name: string): string {
  const first = name.split(' ')[0] ?? name;
  return /^\p{Lu}$/u.test(first) ? `${first}.` : first;
}

function hasPlace({ sections, passages, header }: SupervisionRecord): boolean {
  if (sections.some(({ key }) => key === 'own_words')) return true;
  if (header.some(({ key }) => key === 'signatures')) return true;
  return passages.some(
    ({ plain, voices, row }) =>
      voices.some(({ voice }) => voice === 'worker') ||
      quotation.test(plain.text) ||
      /\b(?:comments?|agrees?|agreed|disagrees?)\b/i.test(row?.cells[0]?.plain.text ?? ''),
  );
}
