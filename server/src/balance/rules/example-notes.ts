/*
 * Notes for the examples of the share rules. Each passage is tagged, so that the examples hold whatever
 * the reading model makes of the words; they read like notes all the same.
 */

const head = (type: string): string =>
  `---\ntype: ${type}\ndate: 2025-03-04\nsupervisor: KL\nsupervisee: T.\n---\n\n# Supervision, 4 March 2025\n\n`;

const work = [
  'K children: core group on the 12th, minutes out by the 14th. Chronology still to do, T. has blocked out Thursday afternoon for it and will not take duty that day. #managed',
  'P family: child in need plan due for review, visits in timescale, school attendance back to 92 per cent. Step down at the next review if the health visitor agrees. #managed',
  'Caseload is seventeen, two closing this month. Recording is up to date apart from one visit. Audit asked for the supervision agreement, which is on file. #managed',
  'Leave booked for the week of the 24th, duty to cover. Mandatory training on the new case system on the 18th, both sessions to be completed before go-live. #managed',
];

const practice = [
  'T. went back over the capacity assessment with the code open beside it and saw that she had asked about the decision twice and about weighing it up not at all. #professional',
  'We looked at what the research on neglect says about drift, and T. thought aloud about what would have changed her mind on this family six months ago. #professional',
  'For the portfolio she will write up the joint visit as evidence of professional judgement, with the alternative that she turned down and why. #professional',
];

const person = [
  'T. said she had sat in the car after the visit and not known why she was crying. We stayed with that for a while and did not make a plan of it. #humanistic',
  'Home is quieter now that her mother is out of hospital, and she laughed for the first time in weeks when she told me about the cat. #humanistic',
];

const together = [
  'The three of them who hold pre-birth work have started meeting on Fridays to think the hard ones through together, and asked that the panel hear from them as a group. #democratic',
  'T. said that nobody had asked the young people what they want the drop-in to be. Two of them have now rewritten the invitation and will chair the first half. #democratic',
];

const moreOfThePerson = [
  'She asked whether she might start late on Thursdays until the boiler is mended, and told me what three weeks of cold washes do to a temper. #humanistic',
  'We talked about her father, at her wish, and about going back to the same ward for work that she sat on for him. She would like to be asked again in a month. #humanistic',
];

const moreTogether = [
  'Nobody on the rota group has ever worked a weekend. She has asked for two chairs on it, and will not go alone, since one voice is easily thanked and forgotten. #democratic',
  'The parents who read the letter before it went out changed a third of the words. We will ask them to look at the others, and pay them for it this time. #democratic',
];

const note = (type: string, ...passages: readonly string[]): string =>
  `${head(type)}${passages.join('\n\n')}\n`;

/** Managed from top to bottom. */
export const managedNote = note('supervision', ...work);
/** As `managedNote`, of a kind whose personal part is kept elsewhere. */
export const caseRecordNote = note('case supervision', ...work);
/** Under eighty words. */
export const shortManagedNote = note('supervision', work[0] ?? '');
/** Managed three quarters, humanistic the rest. */
export const threeQuartersManagedNote = note('supervision', ...work, ...person);
/** Professional alone. */
export const practiceNote = note('supervision', ...practice);
/** Managed and professional. */
export const workAndPracticeNote = note('supervision', ...work, ...practice);
/** How the person is, from top to bottom. */
export const personNote = note('supervision', ...person, ...moreOfThePerson);
/** Power and doing things together, from top to bottom. */
export const togetherNote = note('supervision', ...together, ...moreTogether);
/** All four cultures. */
export const balancedNote = note(
  'supervision',
  ...work.slice(0, 2),
  ...practice.slice(0, 2),
  ...person,
  ...together,
);
/** Managed, professional and humanistic. */
export const noTogetherNote = note('supervision', ...work, practice[0] ?? '', ...person);
/** As `noTogetherNote`, with one passage that is democratic. */
export const humanisticTouchNote = note(
  'supervision',
  ...work,
  practice[0] ?? '',
  ...person,
  together[0] ?? '',
);
/** A group that thinks and decides, without a word on how anybody is. */
export const groupWithoutPersonNote = note(
  'group supervision',
  ...together,
  ...work.slice(0, 2),
  practice[1] ?? '',
)
  .replace('supervisee: T.', 'present: KL, T., RM, AO')
  .replace('# Supervision', '# Group supervision');

/** A short note with a list of actions. */
export function actionsNote(actions: string, type: 'supervision' | 'journal' = 'supervision'): string {
  const title = type === 'journal' ? '# Journal' : '# Supervision';
  const top = `---\ntype: ${type}\ndate: 2025-03-04\nsupervisor: KL\nsupervisee: T.\n---`;
  return `${top}\n\n${title}\n\nWe met for an hour.\n\n## Actions\n\n${actions}\n`;
}
