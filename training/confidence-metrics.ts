import { share, sum } from '../server/src/culture/agreement.ts';
import type { LeftOutReading } from './leave-writers-out.ts';

/** A reading as far as its confidence goes. */
export interface Confident {
  /** 0..1. */
  readonly confidence: number;
  readonly right: boolean;
}

/** How sure readings are, and whether they are right. */
export function calibrationOf(readings: readonly LeftOutReading[]): Confident[] {
  return readings.map(({ labelled, reading }) => ({
    confidence: reading.confidence,
    right: reading.best === labelled.primary,
  }));
}

const bins = 10;

/**
 * Expected calibration error, 0..1: how far confidence and accuracy lie apart, over ten bins of equal width,
 * each weighed by its readings (Naeini and others 2015).
 */
export function calibrationError(readings: readonly Confident[]): number {
  const errors = Array.from({ length: bins }, (_, bin) => {
    const inBin = readings.filter(
      ({ confidence }) => Math.min(bins - 1, Math.floor(confidence * bins)) === bin,
    );
    const accuracy = share(inBin.filter(({ right }) => right).length, inBin.length);
    const confidence = share(sum(inBin.map((reading) => reading.confidence)), inBin.length);
    return Math.abs(accuracy - confidence) * inBin.length;
  });
  return share(sum(errors), readings.length);
}

/** Accuracy (0..1) of the surest readings that make up a share (0..1) of all. */
export function accuracyAtCoverage(readings: readonly Confident[], coverage: number): number {
  const sorted = [...readings].sort((a, b) => b.confidence - a.confidence);
  const surest = sorted.slice(0, Math.round(coverage * sorted.length));
  return share(surest.filter(({ right }) => right).length, surest.length);
}
