import * as z from 'zod/mini';
import { markOffset } from '../../record/mark-offset.ts';
import { isTalkedAbout, talkedAboutComment } from '../../record/talked-about.ts';
import { containsSpan } from '../../text/span.ts';
import { passagesOfFeeling } from '../passage-signs.ts';
import { defineRule } from '../rule.ts';
import { shareKinds } from '../share-rules.ts';
import { exampleRecord } from './example-record.ts';

/** A strong feeling is recorded, and nothing later in the record returns to it (spec section 3). */
export const emotionUnexplored = defineRule({
  id: 'emotion-unexplored',
  kinds: shareKinds,
  severity: 'hint',
  reflective: true,
  options: z.strictObject({ longest: z._default(z.number().check(z.minimum(5), z.maximum(500)), 40) }),
  examples: [
    {
      title: 'Fear, then the next item',
      fires: true,
      text: exampleRecord(
        'supervision',
        'Supervision, 4 March',
        'P family: the stepfather stood in the doorway and T. was terrified.',
        'Chronology to be done by Friday. Core group on the 12th.',
        'Leave booked for the last week of the month.',
      ),
    },
    {
      title: 'Tears in a journal, and on to the bus',
      fires: true,
      text: exampleRecord(
        'journal',
        'Week 6',
        'The review ran late. Afterwards I was in tears in the stairwell.',
        'Bus at ten past five. Two forms to do tomorrow, then the observation on Thursday.',
      ),
    },
    {
      title: 'Somebody asks',
      fires: false,
      text: exampleRecord(
        'supervision',
        'Supervision, 4 March',
        'P family: the stepfather stood in the doorway and T. was terrified.',
        'Asked how she was getting home, and we sat for ten minutes before the list.',
      ),
    },
    {
      title: 'Talked about, not written down, and the writer says so',
      fires: false,
      text: exampleRecord(
        'supervision',
        'Supervision, 4 March',
        'P family: the stepfather stood in the doorway and T. was terrified. <!-- talked about, not written down -->',
        'Chronology to be done by Friday. Core group on the 12th.',
      ),
    },
    {
      title: 'A refusal is respected',
      fires: false,
      text: exampleRecord(
        'supervision',
        'Supervision, 4 March',
        'T. had been in tears before we met. She would rather not go into it today.',
        'Core group on the 12th.',
      ),
    },
    {
      title: 'Nothing strong is recorded',
      fires: false,
      nearMiss: true,
      text: exampleRecord(
        'supervision',
        'Supervision, 4 March',
        'P family: emotional abuse category stays. T. a bit tired after the training.',
        'Core group on the 12th.',
      ),
    },
  ],
  *check({ record, signs }, { longest }) {
    const last = passagesOfFeeling(record, signs).at(-1);
    // A passage that gives a feeling many words stays with it already; one that ends the record may be meant to.
    if (last === undefined || last.passage.words > longest) return;
    if (last.passage.index === record.passages.length - 1) return;
    // What stands before in the same passage may be what the feeling answers; after it anything may return to it.
    const rest = record.passages.slice(last.passage.index);
    if (rest.some((passage) => signs.has('tending', passage))) return;
    if (
      record.comments.some(
        (comment) => isTalkedAbout(comment) && containsSpan(last.passage.span, comment.span),
      )
    )
      return;
    const end = markOffset(record.text, last.passage);
    const changes = [{ span: { start: end, end }, newText: ` <!-- ${talkedAboutComment} -->` }];
    yield {
      span: last.passage.textSpan,
      message: { name: 'finding' },
      fixes: [{ title: { name: 'fix' }, changes }],
      opens: ['humanistic'],
    };
  },
});
