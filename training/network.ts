import { contextSize } from '../server/src/culture/context.ts';
import { exactExp, exactLog } from '../server/src/culture/exact-math.ts';
import { passageLabels } from '../server/src/terms/cultures.ts';
import { createParameters, startingValues, type Pace, type Parameters } from './parameters.ts';
import type { Random } from './random.ts';

/** How large the network is, and how it learns; tried on writers left out. */
export interface NetworkSettings {
  /** Figures of a gist. */
  readonly gist: number;
  readonly detectors: number;
  readonly hidden: number;
  /** Shares (0..1) of words, of pooled figures and of gists that are left out at random while learning. */
  readonly wordDropout: number;
  readonly poolDropout: number;
  readonly gistDropout: number;
  /** How much it counts that a gist tells its own passage's label by itself. */
  readonly alone: number;
  readonly vectorPace: Pace;
  readonly wordPace: Pace;
  readonly pace: Pace;
}

/** A text as rows of words (0: unknown), and its figures. */
export interface TextInput {
  readonly words: Int32Array;
  /** What one of its words counts for. */
  readonly unit: number;
  readonly figures: Float64Array;
}

/** A passage: where its texts are among a batch's, -1 for none, and what is to be learned of it. */
export interface PassageInput {
  readonly own: number;
  /** Nearest heading, outermost heading, passage before, passage after. */
  readonly single: readonly [number, number, number, number];
  /** Those further before, those further after. */
  readonly further: readonly [readonly number[], readonly number[]];
  /** Where its kind and block are among the places. */
  readonly places: readonly number[];
  /** How far each label is right; sums to the weight of the passage. */
  readonly wanted: readonly number[];
}

/** Texts, and the passages that are made of them. */
export interface Batch {
  readonly texts: readonly TextInput[];
  readonly passages: readonly PassageInput[];
}

/** The parameters of the network by name. */
export interface Network {
  readonly settings: NetworkSettings;
  readonly vectors: Parameters;
  readonly words: Parameters;
  readonly meanWeights: Parameters;
  readonly detectorWeights: Parameters;
  readonly detectorBias: Parameters;
  readonly detectorOut: Parameters;
  readonly figureWeights: Parameters;
  readonly gistBias: Parameters;
  readonly aloneWeights: Parameters;
  readonly aloneBias: Parameters;
  readonly hiddenWeights: Parameters;
  readonly hiddenBias: Parameters;
  readonly outputWeights: Parameters;
  readonly directWeights: Parameters;
  readonly outputBias: Parameters;
}

const labels = passageLabels.length;

/** Makes a network that knows nothing yet but the words' vectors (row 0: the unknown word). */
export function createNetwork(
  vectors: Float32Array,
  dimensions: number,
  figures: number,
  settings: NetworkSettings,
  random: Random,
): Network {
  const { gist, detectors, hidden, pace } = settings;
  const inputs = contextSize(gist);
  const dense = (rows: number, columns: number, from = rows): Parameters =>
    createParameters(startingValues(rows * columns, from, random), columns, pace);
  const zeros = (columns: number): Parameters => createParameters(new Float32Array(columns), columns, pace);
  return {
    settings,
    vectors: createParameters(vectors, dimensions, settings.vectorPace, true),
    words: createParameters(
      new Float32Array((vectors.length / dimensions) * gist),
      gist,
      settings.wordPace,
      true,
    ),
    meanWeights: dense(dimensions, gist),
    detectorWeights: dense(detectors, dimensions, dimensions),
    detectorBias: zeros(detectors),
    detectorOut: dense(detectors, gist),
    figureWeights: dense(figures, gist),
    gistBias: zeros(gist),
    aloneWeights: dense(gist, labels),
    aloneBias: zeros(labels),
    hiddenWeights: dense(inputs, hidden),
    hiddenBias: zeros(hidden),
    outputWeights: dense(hidden, labels),
    directWeights: dense(inputs, labels),
    outputBias: zeros(labels),
  };
}

/** Every group of parameters. */
export function parametersOf(network: Network): Parameters[] {
  return Object.values(network).filter((value): value is Parameters => 'step' in value);
}

/** What is kept of a text from the way forward for the way back. */
interface Trace {
  readonly words: Int32Array;
  readonly mean: Float64Array;
  readonly meanKept: Float64Array;
  readonly strengths: Float64Array;
  /** Which word set a detector off most; -1 where none did. */
  readonly strongest: Int32Array;
  readonly gist: Float64Array;
  readonly gistSlopes: Float64Array;
}

/** Adds the slopes of a batch to the network's parameters; gives the loss (a sum over passages). */
export function learnBatch(network: Network, batch: Batch, random: Random): number {
  const projections = new Map<number, Float64Array>();
  const traces = batch.texts.map((text) => traceText(network, text, projections, random));
  let loss = 0;
  const share = 1 / batch.passages.length;
  for (const passage of batch.passages) loss += share * learnPassage(network, passage, traces, share, random);
  batch.texts.forEach((text, index) => returnText(network, text, traces[index]!));
  return loss;
}

/** Zeros for what is left out, else what the rest counts for so that sums stay the same. */
function dropout(size: number, rate: number, random: Random): Float64Array {
  const kept = 1 / (1 - rate);
  const mask = new Float64Array(size);
  for (let index = 0; index < size; index++) mask[index] = random.next() < rate ? 0 : kept;
  return mask;
}

function traceText(
  network: Network,
  { words: all, unit, figures }: TextInput,
  projections: Map<number, Float64Array>,
  random: Random,
): Trace {
  const { settings, vectors, detectorWeights, detectorBias, detectorOut } = network;
  const { gist: size, detectors } = settings;
  const dimensions = vectors.columns;
  const words = all.map((word) => (random.next() < settings.wordDropout ? 0 : word));
  const mean = new Float64Array(dimensions);
  const gist = Float64Array.from(network.gistBias.values);
  const tops = new Float64Array(detectors).fill(-Infinity);
  const strongest = new Int32Array(detectors).fill(-1);
  for (const word of words) {
    const from = word * dimensions;
    for (let at = 0; at < dimensions; at++) mean[at]! += unit * vectors.values[from + at]!;
    const own = word * size;
    for (let at = 0; at < size; at++) gist[at]! += unit * network.words.values[own + at]!;
    let projection = projections.get(word);
    if (!projection) {
      projection = new Float64Array(detectors);
      for (let detector = 0; detector < detectors; detector++) {
        let sum = 0;
        const row = detector * dimensions;
        for (let at = 0; at < dimensions; at++)
          sum += detectorWeights.values[row + at]! * vectors.values[from + at]!;
        projection[detector] = sum;
      }
      projections.set(word, projection);
    }
    for (let detector = 0; detector < detectors; detector++) {
      if (projection[detector]! > tops[detector]!) {
        tops[detector] = projection[detector]!;
        strongest[detector] = word;
      }
    }
  }
  const meanKept = dropout(dimensions, settings.poolDropout, random);
  for (let at = 0; at < dimensions; at++) {
    const value = mean[at]! * meanKept[at]!;
    if (value !== 0) addRow(gist, network.meanWeights, at, value);
  }
  const strengths = dropout(detectors, settings.poolDropout, random);
  for (let detector = 0; detector < detectors; detector++) {
    const top = tops[detector]! + detectorBias.values[detector]!;
    if (top > 0 && strengths[detector]! > 0) {
      addRow(gist, detectorOut, detector, (strengths[detector]! *= top));
      // The slope on the way back needs the factor that was left after dropout.
    } else {
      strengths[detector] = 0;
      strongest[detector] = -1;
    }
  }
  figures.forEach((figure, index) => {
    if (figure !== 0) addRow(gist, network.figureWeights, index, figure);
  });
  for (let at = 0; at < size; at++) if (gist[at]! < 0) gist[at] = 0;
  return { words, mean, meanKept, strengths, strongest, gist, gistSlopes: new Float64Array(size) };
}

function learnPassage(
  network: Network,
  passage: PassageInput,
  traces: readonly Trace[],
  share: number,
  random: Random,
): number {
  const { settings } = network;
  const { gist: size, hidden: hiddenSize } = settings;
  const inputs = new Float64Array(contextSize(size));
  const slots = slotsOf(passage);
  slots.forEach((texts, slot) => {
    for (const text of texts) {
      const { gist } = traces[text]!;
      for (let at = 0; at < size; at++) inputs[slot * size + at]! += gist[at]! / texts.length;
    }
  });
  for (const place of passage.places) inputs[slots.length * size + place] = 1;
  const kept = dropout(inputs.length, settings.gistDropout, random);
  for (let at = 0; at < inputs.length; at++) inputs[at]! *= kept[at]!;

  const hidden = Float64Array.from(network.hiddenBias.values);
  const scores = Float64Array.from(network.outputBias.values);
  for (let at = 0; at < inputs.length; at++) {
    if (inputs[at] === 0) continue;
    addRow(hidden, network.hiddenWeights, at, inputs[at]!);
    addRow(scores, network.directWeights, at, inputs[at]!);
  }
  for (let at = 0; at < hiddenSize; at++) {
    if (hidden[at]! > 0) addRow(scores, network.outputWeights, at, hidden[at]!);
  }
  let loss = toSlopes(scores, passage.wanted, share);

  addSlopes(network.outputBias, 0, scores, 1);
  const hiddenSlopes = new Float64Array(hiddenSize);
  for (let at = 0; at < hiddenSize; at++) {
    if (hidden[at]! <= 0) continue;
    hiddenSlopes[at] = dotRow(network.outputWeights, at, scores);
    addSlopes(network.outputWeights, at, scores, hidden[at]!);
  }
  addSlopes(network.hiddenBias, 0, hiddenSlopes, 1);
  const inputSlopes = new Float64Array(inputs.length);
  for (let at = 0; at < inputs.length; at++) {
    if (kept[at] === 0) continue;
    const back = dotRow(network.directWeights, at, scores) + dotRow(network.hiddenWeights, at, hiddenSlopes);
    inputSlopes[at] = back * kept[at]!;
    if (inputs[at] === 0) continue;
    addSlopes(network.directWeights, at, scores, inputs[at]!);
    addSlopes(network.hiddenWeights, at, hiddenSlopes, inputs[at]!);
  }
  slots.forEach((texts, slot) => {
    for (const text of texts) {
      const { gistSlopes } = traces[text]!;
      for (let at = 0; at < size; at++) gistSlopes[at]! += inputSlopes[slot * size + at]! / texts.length;
    }
  });

  const own = traces[passage.own]!;
  const alone = Float64Array.from(network.aloneBias.values);
  for (let at = 0; at < size; at++) {
    if (own.gist[at] !== 0) addRow(alone, network.aloneWeights, at, own.gist[at]!);
  }
  loss += settings.alone * toSlopes(alone, passage.wanted, share * settings.alone);
  addSlopes(network.aloneBias, 0, alone, 1);
  for (let at = 0; at < size; at++) {
    own.gistSlopes[at]! += dotRow(network.aloneWeights, at, alone);
    if (own.gist[at] !== 0) addSlopes(network.aloneWeights, at, alone, own.gist[at]!);
  }
  return loss;
}

/** The texts in each place of the context's inputs, as `contextInputs` lays them out. */
function slotsOf({ own, single, further }: PassageInput): readonly (readonly number[])[] {
  const one = (text: number): readonly number[] => (text < 0 ? [] : [text]);
  return [[own], ...single.map(one), ...further];
}

function returnText(network: Network, { unit, figures }: TextInput, trace: Trace): void {
  const { settings, vectors } = network;
  const { gist: size, detectors } = settings;
  const { gist, gistSlopes, words, mean, meanKept, strengths, strongest } = trace;
  const dimensions = vectors.columns;
  let any = false;
  for (let at = 0; at < size; at++) {
    if (gist[at]! <= 0) gistSlopes[at] = 0;
    else if (gistSlopes[at] !== 0) any = true;
  }
  if (!any) return;
  addSlopes(network.gistBias, 0, gistSlopes, 1);
  figures.forEach((figure, index) => {
    if (figure !== 0) addSlopes(network.figureWeights, index, gistSlopes, figure);
  });
  const meanSlopes = new Float64Array(dimensions);
  for (let at = 0; at < dimensions; at++) {
    if (meanKept[at] === 0) continue;
    meanSlopes[at] = meanKept[at]! * dotRow(network.meanWeights, at, gistSlopes);
    addSlopes(network.meanWeights, at, gistSlopes, mean[at]! * meanKept[at]!);
  }
  for (const word of words) {
    addSlopes(network.words, word, gistSlopes, unit);
    network.words.touch(word);
    addSlopes(vectors, word, meanSlopes, unit);
    vectors.touch(word);
  }
  const factor = 1 / (1 - settings.poolDropout);
  for (let detector = 0; detector < detectors; detector++) {
    const word = strongest[detector]!;
    if (word < 0) continue;
    const back = dotRow(network.detectorOut, detector, gistSlopes) * factor;
    addSlopes(network.detectorOut, detector, gistSlopes, strengths[detector]!);
    network.detectorBias.slopes[detector]! += back;
    const from = word * dimensions;
    const row = detector * dimensions;
    for (let at = 0; at < dimensions; at++) {
      network.detectorWeights.slopes[row + at]! += back * vectors.values[from + at]!;
      vectors.slopes[from + at]! += back * network.detectorWeights.values[row + at]!;
    }
  }
}

/** Turns scores into the loss's slopes in place, times `share`; gives the loss. */
function toSlopes(scores: Float64Array, wanted: readonly number[], share: number): number {
  let top = -Infinity;
  for (const score of scores) if (score > top) top = score;
  let total = 0;
  for (const score of scores) total += exactExp(score - top);
  const level = top + exactLog(total);
  let weight = 0;
  for (const right of wanted) weight += right;
  let loss = 0;
  for (let label = 0; label < scores.length; label++) {
    const right = wanted[label]!;
    loss += right * (level - scores[label]!);
    scores[label] = share * (weight * exactExp(scores[label]! - level) - right);
  }
  return loss;
}

function addRow(sum: Float64Array, { values, columns }: Parameters, row: number, factor: number): void {
  const start = row * columns;
  for (let at = 0; at < columns; at++) sum[at]! += factor * values[start + at]!;
}

function dotRow({ values, columns }: Parameters, row: number, other: Float64Array): number {
  const start = row * columns;
  let sum = 0;
  for (let at = 0; at < columns; at++) sum += values[start + at]! * other[at]!;
  return sum;
}

function addSlopes({ slopes, columns }: Parameters, row: number, by: Float64Array, factor: number): void {
  const start = row * columns;
  for (let at = 0; at < columns; at++) slopes[start + at]! += factor * by[at]!;
}
