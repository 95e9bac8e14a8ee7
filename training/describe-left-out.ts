import { recordKinds } from '../server/src/terms/kinds.ts';
import { passageLabels } from '../server/src/terms/cultures.ts';
import { countWords } from '../server/src/text/words.ts';
import { measureAgreement, share, sum, type Agreement } from '../server/src/culture/agreement.ts';
import { accuracyAtCoverage, calibrationError, calibrationOf } from './confidence-metrics.ts';
import { writersOf } from './corpus.ts';
import type { LeftOutReading } from './leave-writers-out.ts';
import { profileError, profileShares } from './profile-metrics.ts';
import { measureRules } from './rule-metrics.ts';
import { decimal, markdownTable, percent } from './tables.ts';

type Readings = readonly LeftOutReading[];

/** A fragment has at most so many words. */
const fragmentWords = 5;

/** What a model makes of writers it never saw, in Markdown: by label, writer, kind and group; confidence; profiles. */
export function describeLeftOut(readings: Readings): string {
  const all = agreementOf(readings);
  return [
    '### Writers never seen',
    `${all.count} passages, every one decided: accuracy ${percent(all.accuracy)}, kappa ${decimal(all.kappa)}, macro-F1 ${decimal(all.macroF1)}.`,
    describeLabels(all),
    '### By writer, kind of record and kind of passage',
    describeGroups(readings),
    '### Confidence',
    describeConfidence(readings),
    '### Second cultures, profiles and rules',
    describeSecondary(readings),
    describeProfiles(readings),
    describeRules(readings),
  ].join('\n\n');
}

function agreementOf(some: Readings): Agreement {
  return measureAgreement(
    some.map(({ labelled, reading }) => ({ given: reading.best, wanted: labelled.primary })),
  );
}

function describeLabels({ labels, confusion }: Agreement): string {
  return markdownTable(
    ['label', 'precision', 'recall', 'F1', 'passages', ...passageLabels.map((label) => `read as ${label}`)],
    labels.map(({ label, precision, recall, f1, wanted }, index) => [
      label,
      ...[precision, recall, f1].map(decimal),
      wanted,
      ...confusion[index]!,
    ]),
  );
}

function describeGroups(readings: Readings): string {
  const groups: (readonly [string, Readings])[] = [
    ...writersOf(readings.map(({ labelled }) => labelled)).map(
      (writer) => [writer, readings.filter(({ labelled }) => labelled.writer === writer)] as const,
    ),
    ...recordKinds.map(
      (kind) => [`kind: ${kind}`, readings.filter(({ labelled }) => labelled.passage.kind === kind)] as const,
    ),
    ['lead-ins (end in a colon)', readings.filter(({ labelled }) => labelled.passage.text.endsWith(':'))],
    [
      `fragments (at most ${fragmentWords} words)`,
      readings.filter(({ labelled }) => countWords(labelled.passage.text) <= fragmentWords),
    ],
    ['table rows', readings.filter(({ labelled }) => labelled.passage.block === 'row')],
    ['list items', readings.filter(({ labelled }) => labelled.passage.block === 'item')],
  ];
  return markdownTable(
    ['group', 'passages', 'accuracy', 'kappa', 'macro-F1', 'decided'],
    groups
      .filter(([, some]) => some.length > 0)
      .map(([name, some]) => {
        const { count, accuracy, kappa, macroF1 } = agreementOf(some);
        const decided = some.filter(({ reading }) => reading.decided).length;
        return [
          name,
          count,
          percent(accuracy),
          decimal(kappa),
          decimal(macroF1),
          percent(share(decided, count)),
        ];
      }),
  );
}

function describeConfidence(readings: Readings): string {
  const confident = calibrationOf(readings);
  const decided = readings.filter(({ reading }) => reading.decided);
  const at = [0.25, 0.4, 0.6, 0.75].map((coverage) => [
    `surest ${percent(coverage)}`,
    percent(accuracyAtCoverage(confident, coverage)),
  ]);
  return [
    `Decided by itself: ${percent(share(decided.length, readings.length))} of the passages, of which ${percent(agreementOf(decided).accuracy)} as labelled. Expected calibration error ${decimal(calibrationError(confident))}.`,
    markdownTable(['passages', 'as labelled'], at),
  ].join('\n\n');
}

function describeSecondary(some: Readings): string {
  const given = some.filter(({ reading }) => reading.secondary !== undefined);
  const wanted = some.filter(({ labelled }) => labelled.secondary !== undefined);
  const right = given.filter(({ labelled, reading }) => {
    const both = new Set<string>([labelled.primary, labelled.secondary ?? '']);
    return labelled.secondary !== undefined && both.has(reading.best) && both.has(reading.secondary ?? '');
  });
  const f1 = share(2 * right.length, given.length + wanted.length);
  return `Second cultures: ${given.length} given, ${wanted.length} labelled, ${right.length} with both right (F1 ${decimal(f1)}).`;
}

function describeProfiles(some: Readings): string {
  const records = [...new Set(some.map(({ labelled }) => labelled.record))];
  const errors = records.map((record) => {
    const ofRecord = some.filter(({ labelled }) => labelled.record === record);
    const given = ofRecord.map(({ labelled, reading }) => ({
      text: labelled.passage.text,
      primary: reading.best,
      secondary: reading.secondary,
    }));
    const wanted = ofRecord.map(({ labelled: { passage, primary, secondary } }) => ({
      text: passage.text,
      primary,
      secondary,
    }));
    return profileError(profileShares(given), profileShares(wanted));
  });
  return `Profile of a record: its four shares are off by ${decimal(sum(errors) / records.length)} on average (${records.length} records).`;
}

function describeRules(some: Readings): string {
  return markdownTable(
    ['rule', 'as with the labels', 'too often', 'missed', 'F1'],
    measureRules(some).map(({ rule, right, wrong, missed }) => [
      rule,
      right,
      wrong,
      missed,
      decimal(share(2 * right, 2 * right + wrong + missed)),
    ]),
  );
}
