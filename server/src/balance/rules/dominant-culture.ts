import * as z from 'zod/mini';
import { cultures, type Culture } from '../../terms/cultures.ts';
import { defineRule, recordSpan } from '../rule.ts';
import {
  countPassages,
  evidenceFor,
  hasShares,
  neededWords,
  shareKinds,
  shareOption,
} from '../share-rules.ts';
import {
  balancedNote,
  managedNote,
  personNote,
  shortManagedNote,
  threeQuartersManagedNote,
  togetherNote,
} from './example-notes.ts';

/** One culture at least 75 %, here and in the record before it in its run (spec section 3). */
export const dominantCulture = defineRule({
  id: 'dominant-culture',
  kinds: shareKinds,
  severity: 'information',
  reflective: true,
  options: z.strictObject({ share: shareOption(0.75) }),
  examples: [
    { title: 'The person, twice running', text: personNote, before: personNote, fires: true },
    { title: 'Together and power, twice running', text: togetherNote, before: togetherNote, fires: true },
    { title: 'The first record of its run', text: personNote, fires: false },
    {
      title: 'Purely the work: a rule before this one says so',
      text: managedNote,
      before: managedNote,
      fires: false,
    },
    { title: 'All four cultures', text: balancedNote, before: personNote, fires: false },
    { title: 'Too short to judge', text: shortManagedNote, before: managedNote, fires: false },
    {
      title: 'Dominant here, not quite in the record before',
      text: togetherNote,
      before: threeQuartersManagedNote,
      fires: false,
      nearMiss: true,
    },
  ],
  looksBefore: ({ record, profile }, { share }) =>
    hasShares(record, profile) && cultures.some((culture) => profile.shares[culture] >= share),
  *check({ record, readings, profile, signs, recordBefore, foundBefore }, { share }) {
    if (foundBefore.has('purely-managed') || foundBefore.has('individual-cultures-only')) return;
    if (recordBefore === undefined || !hasShares(record, profile) || recordBefore.profile.words < neededWords)
      return;
    const dominant = cultures.find((culture) =>
      [profile, recordBefore.profile].every(
        ({ shares, expectedShares }) => shares[culture] >= share && expectedShares[culture] >= share,
      ),
    );
    if (dominant === undefined) return;
    const { counted, ...counts } = countPassages(readings, [dominant]);
    const opens: readonly Culture[] = cultures
      .filter((culture) => culture !== dominant)
      .sort((a, b) => profile.shares[a] - profile.shares[b]);
    yield {
      span: recordSpan(record),
      message: { name: dominant, values: { ...counts, counted: counted ?? 0 } },
      related: evidenceFor(readings, [dominant], signs),
      opens,
    };
  },
});
