/*
 * Runs for the examples of rules on runs: three or four records of T.'s supervision. Passages are tagged, so that the
 * examples hold whatever the reading model makes of the words.
 */

const passages = {
  managed: [
    'K children: core group on the 12th, minutes out by the 14th. Chronology still to do, Thursday afternoon is blocked out for it and no duty will be taken that day. #managed',
    'P family: child in need plan due for review, visits in timescale, school attendance back to 92 per cent. Step down at the next review if the health visitor agrees. #managed',
    'Caseload is seventeen, two closing this month. Recording is up to date apart from one visit. Audit asked for the supervision agreement, which is on file. #managed',
    'Leave booked for the week of the 24th, duty to cover. The new case system goes live on the 18th, both sessions to be completed before then. #managed',
  ],
  professional: [
    'T. went back over the capacity assessment with the code open beside it and saw that she had asked about the decision twice and about weighing it up not at all. #professional',
  ],
  humanistic: [
    'T. said she had sat in the car after the visit and not known why. We stayed with that for a while and did not make a plan of it. #humanistic',
  ],
  democratic: [
    'T. said that nobody had asked the young people what they want the drop-in to be. Two of them have now rewritten the invitation and will chair the first half. #democratic',
  ],
} as const;

/** What a record of an example run is made of. */
export interface ExampleRecordParts {
  /** ISO day. */
  readonly date: string;
  readonly cultures: readonly (keyof typeof passages)[];
  /** Passages and sections that follow. */
  readonly more?: readonly string[];
  readonly person?: string;
}

/** One record of an example run. */
export function exampleOfRun({ date, cultures, more = [], person = 'T.' }: ExampleRecordParts): string {
  const text = [...cultures.flatMap((culture) => passages[culture]), ...more].join('\n\n');
  return `---\ntype: supervision\ndate: ${date}\nsupervisor: KL\nsupervisee: ${person}\n---\n\n# Supervision, ${date}\n\n${text}\n`;
}

/** All four cultures. */
export const every = ['managed', 'professional', 'humanistic', 'democratic'] as const;

/** Months of one year, for dates. */
export const months = ['2025-01-07', '2025-02-04', '2025-03-04', '2025-04-01', '2025-05-06'] as const;
