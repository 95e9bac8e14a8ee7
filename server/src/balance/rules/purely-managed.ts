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
  shortManagedNote,
  threeQuartersManagedNote,
  caseRecordNote,
  practiceNote,
} from './example-notes.ts';

/** Managed at least 85 %, humanistic and democratic each under 5 % (spec section 3). */
export const purelyManaged = defineRule({
  id: 'purely-managed',
  kinds: shareKinds,
  severity: 'information',
  reflective: true,
  options: z.strictObject({ managed: shareOption(0.85), others: shareOption(0.05) }),
  examples: [
    { title: 'Cases and targets from top to bottom', text: managedNote, fires: true },
    {
      title: 'The same in a practice log',
      text: managedNote.replace('type: supervision', 'type: practice log'),
      fires: true,
    },
    { title: 'All four cultures', text: balancedNote, fires: false },
    { title: 'A case record, whose personal part is kept elsewhere', text: caseRecordNote, fires: false },
    { title: 'Too short to judge', text: shortManagedNote, fires: false },
    {
      title: 'Mostly the work, and the person too',
      text: threeQuartersManagedNote,
      fires: false,
      nearMiss: true,
    },
    { title: 'Mostly the practice', text: practiceNote, fires: false },
  ],
  *check({ record, readings, profile, signs }, { managed, others }) {
    const { shares } = profile;
    if (!hasShares(record, profile)) return;
    if (shares.managed < managed || shares.humanistic >= others || shares.democratic >= others) return;
    const { counted, ...counts } = countPassages(readings, ['managed']);
    yield {
      span: recordSpan(record),
      message: { name: 'finding', values: { ...counts, managed: counted ?? 0 } },
      related: evidenceFor(readings, ['managed'], signs),
      opens: communalFirst(profile),
    };
  },
});
