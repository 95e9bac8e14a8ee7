import { secondaryOf, twoBest } from '../server/src/culture/culture-reader.ts';
import type { Calibration } from '../server/src/culture/culture-model.ts';
import { exactLog, softmax } from '../server/src/culture/exact-math.ts';
import { passageLabels } from '../server/src/terms/cultures.ts';

/** What a passage should be read as; indices into `passageLabels`. */
export interface Target {
  readonly label: number;
  readonly secondary: number | undefined;
}

/** A passage scored by a model that never saw its writer, and what it should have been. */
export interface LeftOutScore extends Target {
  readonly scores: readonly number[];
}

/** Decided passages should be right this often... */
const wantedAccuracy = 0.88;

/** ...as long as this share of all passages is decided: a reader that hardly speaks is of no use. */
const leastCoverage = 0.6;

/** Fits temperature and thresholds to left-out scores, by grid: the same everywhere. */
export function calibrate(examples: readonly LeftOutScore[]): Calibration {
  const temperature = bestOf(steps(0.5, 3, 0.05), (candidate) => -logLoss(examples, candidate));
  const read = examples.map(({ scores, ...target }) => ({
    ...target,
    shares: sharesOf(scores, temperature),
  }));
  const secondaryFrom = bestOf(steps(0.2, 0.95, 0.05), (candidate) => secondaryWorth(read, candidate));
  return { temperature, decideFrom: chooseDecideFrom(read), secondaryFrom };
}

interface ReadExample extends Target {
  readonly shares: readonly number[];
}

function chooseDecideFrom(examples: readonly ReadExample[]): number {
  const decidedAt = (threshold: number): readonly ReadExample[] =>
    examples.filter(({ shares }) => Math.max(...shares) >= threshold);
  const candidates = steps(0.3, 0.95, 0.01).filter(
    (candidate) => decidedAt(candidate).length >= leastCoverage * examples.length,
  );
  const good = candidates.find((candidate) => accuracy(decidedAt(candidate)) >= wantedAccuracy);
  return good ?? candidates.at(-1) ?? 0.5;
}

function accuracy(examples: readonly ReadExample[]): number {
  return (
    examples.filter(({ shares, label }) => twoBest(shares)[0] === label).length / Math.max(1, examples.length)
  );
}

function sharesOf(scores: readonly number[], temperature: number): number[] {
  return softmax(scores.map((score) => score / temperature));
}

function logLoss(examples: readonly LeftOutScore[], temperature: number): number {
  return examples.reduce((sum, { scores, label }) => {
    return sum - exactLog(Math.max(1e-12, sharesOf(scores, temperature)[label] ?? 0));
  }, 0);
}

/**
 * F1 of the secondary labels, as long as no more are given than are wanted: one too many misleads. Right is
 * primary and secondary in any order.
 */
function secondaryWorth(examples: readonly ReadExample[], threshold: number): number {
  let right = 0;
  let given = 0;
  let wanted = 0;
  for (const { shares, label, secondary } of examples) {
    const [best] = twoBest(shares);
    const found = secondaryOf(shares, best, threshold);
    if (secondary !== undefined) wanted++;
    if (found === undefined) continue;
    given++;
    const second = passageLabels.indexOf(found);
    if (second === secondary || (second === label && best === secondary)) right++;
  }
  return given > wanted ? -given : (2 * right) / Math.max(1, given + wanted);
}

function steps(from: number, to: number, step: number): number[] {
  const count = Math.round((to - from) / step) + 1;
  return Array.from({ length: count }, (_, index) => Number((from + index * step).toFixed(4)));
}

function bestOf(candidates: readonly number[], worthOf: (candidate: number) => number): number {
  let best = candidates[0] ?? 0;
  let most = -Infinity;
  for (const candidate of candidates) {
    const worth = worthOf(candidate);
    if (worth > most) {
      most = worth;
      best = candidate;
    }
  }
  return best;
}
