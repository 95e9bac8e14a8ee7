import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { parseCueFile } from '../server/src/culture/cue-file.ts';
import { compileCueLexicon, type CueLexicon } from '../server/src/culture/cue-lexicon.ts';
import { createWordBook } from '../server/src/text/word-book.ts';
import { readTextFeatures, type TextFeatures } from '../server/src/culture/text-features.ts';
import type { TrainingSettings } from './training-settings.ts';
import { readSceneSource, sceneFiles } from './scenes.ts';
import { readTextSource, textFiles } from './texts.ts';
import { readWordVectors, type WordVectors } from './word-vectors.ts';

/** All that training needs besides the labelled passages. */
export interface TrainingInputs {
  readonly lexicon: CueLexicon;
  readonly vectors: WordVectors;
  readonly settings: TrainingSettings;
  /** Function words and the like, never shown as cues. */
  readonly stopWords: ReadonlySet<string>;
  /** A fingerprint of the files that a model is made from: corpus, training texts, cues, vectors, settings. */
  readonly fingerprint: string;
  /** Features of a text; remembered, since the same texts are scored by many models. */
  readonly featuresOf: (text: string) => TextFeatures;
}

const root = new URL('../', import.meta.url);

const files = {
  passages: 'corpus/passages.tsv',
  labels: 'corpus/labels.tsv',
  kinds: 'corpus/kinds.tsv',
  cues: 'server/data/cues.yaml',
  vectors: 'training/word-vectors.json',
  settings: 'training/settings.json',
  stopWords: 'training/stop-words.txt',
  table1: 'training/sets/table-1.tsv',
} as const;

/** Reads all that training needs from the repository. */
export function readTrainingInputs(): TrainingInputs {
  // A book without end: features are remembered, and so must be the numbers of their words.
  const lexicon = compileCueLexicon(parseCueFile(parse(readText(files.cues))), [], createWordBook(Infinity));
  const known = new Map<string, TextFeatures>();
  return {
    lexicon,
    vectors: readWordVectors(),
    settings: JSON.parse(readText(files.settings)) as TrainingSettings,
    stopWords: new Set(readText(files.stopWords).split(/\s+/u)),
    fingerprint: readFingerprint(),
    featuresOf(text) {
      let features = known.get(text);
      if (!features) known.set(text, (features = readTextFeatures(text, lexicon)));
      return features;
    },
  };
}

/** The fingerprint of {@link TrainingInputs} by itself, without reading anything into memory for long. */
export function readFingerprint(): string {
  const hash = createHash('sha256');
  for (const file of Object.values(files)) hash.update(readText(file)).update('\0');
  for (const name of textFiles()) hash.update(name).update('\0').update(readTextSource(name)).update('\0');
  for (const name of sceneFiles()) hash.update(name).update('\0').update(readSceneSource(name)).update('\0');
  return hash.digest('hex').slice(0, 16);
}

/** Line ends are the checkout's, not the file's. */
function readText(file: string): string {
  return readFileSync(new URL(file, root), 'utf8').replaceAll('\r\n', '\n');
}
