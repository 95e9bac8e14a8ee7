import * as z from 'zod/mini';
import type { Culture } from '../../terms/cultures.ts';
import { defineRule, recordSpan } from '../rule.ts';
import { countPassages, hasShares, shareOption } from '../share-rules.ts';
import {
  balancedNote,
  humanisticTouchNote,
  noTogetherNote,
  groupWithoutPersonNote,
  workAndPracticeNote,
} from './example-notes.ts';

/** Humanistic or democratic under 3 %, in supervision and group supervision (spec section 3). */
export const missingCulture = defineRule({
  id: 'missing-culture',
  kinds: ['supervision', 'group'],
  severity: 'hint',
  reflective: true,
  options: z.strictObject({ share: shareOption(0.03) }),
  examples: [
    { title: 'The work and the person, nothing together', text: noTogetherNote, fires: true },
    {
      title: 'A group that decides together, and nobody says how they are',
      text: groupWithoutPersonNote,
      fires: true,
    },
    { title: 'All four cultures', text: balancedNote, fires: false },
    { title: 'A journal', text: noTogetherNote.replace('type: supervision', 'type: journal'), fires: false },
    { title: 'A rule before this one says so already', text: workAndPracticeNote, fires: false },
    { title: 'One line about acting together', text: humanisticTouchNote, fires: false, nearMiss: true },
  ],
  *check({ record, readings, profile, foundBefore }, { share }) {
    const { kind, subtype } = record.recognition;
    if (!hasShares(record, profile) || (kind === 'group' && subtype !== 'supervision')) return;
    if (['purely-managed', 'individual-cultures-only', 'dominant-culture'].some((id) => foundBefore.has(id)))
      return;
    const missing = (['humanistic', 'democratic'] as const).filter(
      (culture) => profile.shares[culture] < share && profile.expectedShares[culture] < share,
    );
    const [only] = missing;
    if (only === undefined) return;
    const { counted: _, ...counts } = countPassages(readings, []);
    const opens: readonly Culture[] = missing;
    yield {
      span: recordSpan(record),
      message: { name: missing.length === 2 ? 'both' : only, values: counts },
      opens,
    };
  },
});
