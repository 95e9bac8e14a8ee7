import * as z from 'zod/mini';
import { defineRule, recordSpan } from '../rule.ts';
import {
  communalFirst,
  countPassages,
  evidenceFor,
  hasShares,
  shareKinds,
  shareOption,
} from '../share-rules.ts';
import {
  balancedNote,
  managedNote,
  practiceNote,
  shortManagedNote,
  threeQuartersManagedNote,
  workAndPracticeNote,
} from './example-notes.ts';

/** Professional and managed together at least 90 % (the paper: "individualistic and prescriptive"). */
export const individualCulturesOnly = defineRule({
  id: 'individual-cultures-only',
  kinds: shareKinds,
  severity: 'information',
  reflective: true,
  options: z.strictObject({ individual: shareOption(0.9) }),
  examples: [
    { title: 'The work and the practice, nothing else', text: workAndPracticeNote, fires: true },
    { title: 'The practice alone', text: practiceNote, fires: true },
    { title: 'All four cultures', text: balancedNote, fires: false },
    { title: 'Purely the work: the rule before this one says so', text: managedNote, fires: false },
    { title: 'Too short to judge', text: shortManagedNote, fires: false },
    { title: 'The person in a sixth of it', text: threeQuartersManagedNote, fires: false, nearMiss: true },
  ],
  *check({ record, readings, profile, signs, foundBefore }, { individual }) {
    if (foundBefore.has('purely-managed') || !hasShares(record, profile)) return;
    const { shares, expectedShares } = profile;
    if (shares.professional + shares.managed < individual) return;
    if (expectedShares.professional + expectedShares.managed < individual) return;
    const { counted, ...counts } = countPassages(readings, ['professional', 'managed']);
    yield {
      span: recordSpan(record),
      message: { name: 'finding', values: { ...counts, individual: counted ?? 0 } },
      related: evidenceFor(readings, ['professional', 'managed'], signs),
      opens: communalFirst(profile),
    };
  },
});
