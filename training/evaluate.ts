/*
 * Tries the model on writers it never saw, and prints how far its readings can be trusted: `npm run evaluate`.
 * Trains nine models, which takes about two minutes; nothing is kept.
 */
import { readFileSync } from 'node:fs';
import { createCultureReader } from '../server/src/culture/culture-reader.ts';
import { parseCultureModel } from '../server/src/culture/culture-model.ts';
import { passageLabels } from '../server/src/terms/cultures.ts';
import { measureAgreement, share, sum, type Agreement } from '../server/src/culture/agreement.ts';
import { accuracyAtCoverage, calibrationError } from './confidence-metrics.ts';
import { writersOf, type LabelledPassage } from './corpus.ts';
import { fitAll } from './fit-all.ts';
import type { TrainingInputs } from './inputs.ts';
import { readLeftOut, type LeftOutReading } from './leave-writers-out.ts';
import { profileError, profileShares } from './profile-metrics.ts';
import { measureRules } from './rule-metrics.ts';

const models = await fitAll();
const { corpus, inputs } = models;

console.log(
  `The corpus is synthetic: ${corpus.length} passages written by language models and labelled by language-model
readers, no real person's notes. Practitioners would agree less with each other and with these figures.
Each writer's passages are read by a model that was trained and calibrated on the other writers.\n`,
);
const readings = readLeftOut(models);
printAgreement('All writers left out in turn', agreementOf(readings));
printLabels(agreementOf(readings));
for (const writer of writersOf(corpus)) {
  printAgreement(writer, agreementOf(readings.filter(({ labelled }) => labelled.writer === writer)));
}
printConfidence(readings);
printSecondary(readings);
printProfiles(readings);
printRules(readings);
printSpeed(corpus, inputs);

function agreementOf(some: readonly LeftOutReading[]): Agreement {
  return measureAgreement(
    some.map(({ labelled, reading }) => ({ given: reading.best, wanted: labelled.primary })),
  );
}

function printAgreement(title: string, { count, accuracy, macroF1, kappa }: Agreement): void {
  console.log(
    `${title}: accuracy ${percent(accuracy)}, macro-F1 ${macroF1.toFixed(3)}, kappa ${kappa.toFixed(3)} (${count} passages)`,
  );
}

function printLabels({ labels, confusion }: Agreement): void {
  console.log(
    `\n${'label'.padEnd(14)}precision  recall      F1  passages   read as ${passageLabels.join(', ')}`,
  );
  labels.forEach(({ label, precision, recall, f1, wanted }, index) => {
    const figures = [precision, recall, f1].map((figure) => figure.toFixed(3).padStart(8)).join('');
    const row = confusion[index]!.map((count) => String(count).padStart(5)).join('');
    console.log(`${label.padEnd(14)}${figures}${String(wanted).padStart(10)}   ${row}`);
  });
  console.log('');
}

function printConfidence(some: readonly LeftOutReading[]): void {
  const confident = some.map(({ labelled, reading }) => ({
    confidence: reading.confidence,
    right: reading.best === labelled.primary,
  }));
  const decided = some.filter(({ reading }) => reading.decided);
  console.log(
    `\nDecided: ${percent(share(decided.length, some.length))} of the passages, accuracy ${percent(agreementOf(decided).accuracy)}`,
  );
  const at = [0.25, 0.5, 0.75].map(
    (coverage) => `${percent(accuracyAtCoverage(confident, coverage))} of the surest ${percent(coverage)}`,
  );
  console.log(`Right: ${at.join(', ')}`);
  console.log(`Expected calibration error: ${calibrationError(confident).toFixed(3)}`);
}

function printSecondary(some: readonly LeftOutReading[]): void {
  const given = some.filter(({ reading }) => reading.secondary !== undefined);
  const wanted = some.filter(({ labelled }) => labelled.secondary !== undefined);
  const right = given.filter(({ labelled, reading }) => {
    const both = new Set<string>([labelled.primary, labelled.secondary ?? '']);
    return labelled.secondary !== undefined && both.has(reading.best) && both.has(reading.secondary ?? '');
  });
  const f1 = share(2 * right.length, given.length + wanted.length);
  console.log(
    `Secondary cultures: ${given.length} given, ${wanted.length} wanted, ${right.length} with both right, F1 ${f1.toFixed(3)}`,
  );
}

function printProfiles(some: readonly LeftOutReading[]): void {
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
  const mean = sum(errors) / records.length;
  console.log(
    `Profile shares of a record: mean absolute error ${mean.toFixed(3)} (${records.length} records)`,
  );
}

function printRules(some: readonly LeftOutReading[]): void {
  for (const { rule, right, wrong, missed } of measureRules(some)) {
    const figures = `precision ${share(right, right + wrong).toFixed(2)}, recall ${share(right, right + missed).toFixed(2)}`;
    console.log(
      `${rule}: as with the labels for ${right} records, too often for ${wrong}, missed for ${missed} (${figures})`,
    );
  }
}

/** The shipped model, warmed up by one pass over the corpus; a fresh reader, so that it remembers no text. */
function printSpeed(passages: readonly LabelledPassage[], { lexicon }: TrainingInputs): void {
  const file = readFileSync(new URL('../server/data/culture-model.json', import.meta.url), 'utf8');
  const model = parseCultureModel(JSON.parse(file));
  const timesOf = (): number[] => {
    const reader = createCultureReader(model, lexicon);
    return passages.map(({ passage }) => {
      const started = performance.now();
      reader.read(passage);
      return performance.now() - started;
    });
  };
  timesOf();
  const times = timesOf().sort((a, b) => a - b);
  console.log(`Shipped reader: ${times[times.length >> 1]!.toFixed(3)} ms a passage (median)`);
}

function percent(part: number): string {
  return `${(100 * part).toFixed(1)} %`;
}
