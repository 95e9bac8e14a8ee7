import type { Calibration, CultureModelFile } from '../server/src/culture/culture-model.ts';
import { labelCount } from '../server/src/culture/packed-weights.ts';
import type { FittedContext } from './context-trainer.ts';
import { isPair } from './term-choice.ts';
import type { FittedText, Row } from './text-trainer.ts';

/** What goes into a model file. */
export interface FittedModel {
  readonly inputs: string;
  readonly text: FittedText;
  readonly context: FittedContext;
  readonly calibration: Calibration;
  readonly shownWords: readonly string[];
}

/** Rounds a fitted model to what its file can hold: one signed byte a weight. */
export function packModel({ inputs, text, context, calibration, shownWords }: FittedModel): CultureModelFile {
  return {
    version: 1,
    inputs,
    text: packText(text),
    context: packContext(context),
    calibration,
    shownWords: shownWords.join(' '),
  };
}

/** Packs the model that scores a text by itself. */
export function packText({ bias, figures, terms }: FittedText): CultureModelFile['text'] {
  return { bias: packBias(bias), figures: packRows(figures), terms: packTerms(terms) };
}

/** Packs the model that weighs the context. */
export function packContext({ bias, figures, headingTerms }: FittedContext): CultureModelFile['context'] {
  return { bias: packBias(bias), figures: packRows(figures), headingTerms: packTerms(headingTerms) };
}

function packBias(bias: Row): number[] {
  return centre(bias).map((weight) => Number(weight.toFixed(4)));
}

type PackedRows = CultureModelFile['text']['figures'];

function packRows(rows: readonly Row[], scale = scaleOf(rows)): PackedRows {
  const bytes = rows.flatMap((row) => toSteps(row, scale));
  return { scale, rows: Buffer.from(Int8Array.from(bytes).buffer).toString('base64') };
}

/** Terms that round to nothing for every label aren't shipped, except words that a shipped pair needs. */
function packTerms(terms: ReadonlyMap<string, Row>): CultureModelFile['text']['terms'] {
  const scale = scaleOf([...terms.values()]);
  const speaks = ([, row]: readonly [string, Row]): boolean => toSteps(row, scale).some((step) => step !== 0);
  const pairs = [...terms].filter((entry) => isPair(entry[0]) && speaks(entry)).sort(byTerm);
  const needed = new Set(pairs.flatMap(([pair]) => pair.split(' ')));
  const words = [...terms]
    .filter((entry) => !isPair(entry[0]) && (needed.has(entry[0]) || speaks(entry)))
    .sort(byTerm);
  return {
    words: words.map(([word]) => word).join(' '),
    pairs: pairs.map(([pair]) => pair.replace(' ', '_')).join(' '),
    weights: packRows(
      [...words, ...pairs].map(([, row]) => row),
      scale,
    ),
  };
}

function byTerm(a: readonly [string, Row], b: readonly [string, Row]): number {
  return a[0] < b[0] ? -1 : 1;
}

/** Only differences between the labels matter. */
function centre(row: Row): number[] {
  const mean = row.reduce((sum, weight) => sum + weight, 0) / labelCount;
  return row.map((weight) => weight - mean);
}

const largestStep = 127;

/** The size of a step, with three significant digits: the file says exactly what is meant. */
function scaleOf(rows: readonly Row[]): number {
  const largest = rows.reduce((most, row) => Math.max(most, ...centre(row).map(Math.abs)), 1e-6);
  return Number((largest / largestStep).toPrecision(3));
}

function toSteps(row: Row, scale: number): number[] {
  return centre(row).map((weight) =>
    Math.max(-largestStep, Math.min(largestStep, Math.round(weight / scale))),
  );
}
