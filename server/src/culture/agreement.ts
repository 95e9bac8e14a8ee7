import { passageLabels, type PassageLabel } from '../terms/cultures.ts';

/** A label given and the one wanted. */
export interface Judgement {
  readonly given: PassageLabel;
  readonly wanted: PassageLabel;
}

/** How often labels given are those wanted. */
export interface Agreement {
  readonly count: number;
  /** 0..1. */
  readonly accuracy: number;
  /** Cohen's kappa: agreement beyond chance; 1 is all, 0 none. */
  readonly kappa: number;
  /** Mean F1 of the labels, 0..1. */
  readonly macroF1: number;
  readonly labels: readonly LabelAgreement[];
  /** `confusion[wanted][given]`: passages, in the order of `passageLabels`. */
  readonly confusion: readonly (readonly number[])[];
}

/** How well one label is given; shares 0..1, 0 where there is nothing to share. */
export interface LabelAgreement {
  readonly label: PassageLabel;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** Passages that should have the label. */
  readonly wanted: number;
}

/** Compares labels given with those wanted. */
export function measureAgreement(judgements: readonly Judgement[]): Agreement {
  const count = judgements.length;
  const confusion = passageLabels.map((wanted) =>
    passageLabels.map(
      (given) =>
        judgements.filter((judgement) => judgement.wanted === wanted && judgement.given === given).length,
    ),
  );
  const labels = passageLabels.map((label, index): LabelAgreement => {
    const right = confusion[index]![index]!;
    const wanted = sum(confusion[index]!);
    const given = sum(confusion.map((row) => row[index]!));
    return {
      label,
      precision: share(right, given),
      recall: share(right, wanted),
      f1: share(2 * right, wanted + given),
      wanted,
    };
  });
  const accuracy = share(sum(confusion.map((row, index) => row[index]!)), count);
  const chance = sum(
    confusion.map(
      (row, index) => share(sum(row), count) * share(sum(confusion.map((other) => other[index]!)), count),
    ),
  );
  return {
    count,
    accuracy,
    kappa: share(accuracy - chance, 1 - chance),
    macroF1: share(sum(labels.map(({ f1 }) => f1)), labels.length),
    labels,
    confusion,
  };
}

/** Adds up. */
export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** A part of a whole, 0 where there is no whole. */
export function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
