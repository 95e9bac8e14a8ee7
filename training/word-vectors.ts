import { readFileSync } from 'node:fs';

/** Vectors of common words: words used in like company lie in like directions. */
export interface WordVectors {
  readonly dimensions: number;
  readonly words: readonly string[];
  /** Where a word's vector starts in `values`. */
  readonly starts: ReadonlyMap<string, number>;
  readonly values: Float64Array;
}

/** Reads `word-vectors.json`, made by `distil-vectors.ts`. */
export function readWordVectors(): WordVectors {
  const text = readFileSync(new URL('word-vectors.json', import.meta.url), 'utf8');
  const file = JSON.parse(text) as { dimensions: number; scale: number; words: string; rows: string };
  const words = file.words.split(' ');
  const bytes = Buffer.from(file.rows, 'base64');
  const values = Float64Array.from(
    new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length),
    (byte) => byte * file.scale,
  );
  return {
    dimensions: file.dimensions,
    words,
    starts: new Map(words.map((word, index) => [word, index * file.dimensions])),
    values,
  };
}
