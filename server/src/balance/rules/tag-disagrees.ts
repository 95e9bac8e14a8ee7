import * as z from 'zod/mini';
import { passageLabels } from '../../terms/cultures.ts';
import { shareKinds, shareOption } from '../share-rules.ts';
import { defineRule } from '../rule.ts';
import { actionsNote } from './example-notes.ts';

const tagged = (passage: string): string =>
  actionsNote('- T. to ring the school by 7 March').replace('We met for an hour.', passage);

/** A passage whose tag says one thing and whose words, read by themselves, clearly another. The writer is right. */
export const tagDisagrees = defineRule({
  id: 'tag-disagrees',
  kinds: shareKinds,
  severity: 'hint',
  reflective: false,
  options: z.strictObject({ confidence: shareOption(0.85), tagged: shareOption(0.04) }),
  examples: [
    {
      title: 'Timescales, tagged as being about the person',
      fires: true,
      text: tagged(
        'Statutory visits all in timescale, two assessments overdue, chronology to be completed and signed off by the end of the month, audit due in April. #humanistic',
      ),
    },
    {
      title: 'Targets, tagged as acting together',
      fires: true,
      text: tagged(
        'Caseload 19, two to close this month. Supervision targets met, recording up to date, mandatory training overdue and to be completed by Friday. #democratic',
      ),
    },
    {
      title: 'The tag says what the words say',
      fires: false,
      text: tagged(
        'Statutory visits all in timescale, two assessments overdue, chronology to be completed and signed off by the end of the month, audit due in April. #managed',
      ),
    },
    {
      title: 'No tag',
      fires: false,
      text: tagged(
        'Statutory visits all in timescale, two assessments overdue, chronology to be completed and signed off by the end of the month, audit due in April.',
      ),
    },
    {
      title: 'Words that are hard to tell',
      fires: false,
      nearMiss: true,
      text: tagged('She has stopped taking her lunch out of its bag. #democratic'),
    },
  ],
  *check({ readings }, { confidence, tagged: least }) {
    for (const { passage, origin, culture, inferred } of readings) {
      if (origin !== 'tag' || culture === 'undecided' || culture === inferred.best) continue;
      const ofTag = inferred.probabilities[passageLabels.indexOf(culture)] ?? 0;
      if (!inferred.decided || inferred.confidence < confidence || ofTag > least) continue;
      yield { span: passage.textSpan, message: { name: inferred.best } };
    }
  },
});
