import * as z from 'zod/mini';
import { readdirSync, readFileSync } from 'node:fs';
import { collectKnowledge } from '../scripts/collect-data.ts';
import { createRecordReader } from '../server/src/record/read-record.ts';
import { createVocabulary, vocabularySchema } from '../server/src/record/vocabulary.ts';
import { reach, type LabelledPassage } from './corpus.ts';
import { readMarkedRecord } from './read-marked-record.ts';

const folder = new URL('texts/', import.meta.url);

/** The training texts in order: file names such as `w3-017.md`, the writer before the hyphen. */
export function textFiles(): string[] {
  return readdirSync(folder)
    .filter((name) => /^\w+-\d+\.md$/u.test(name))
    .sort();
}

/** The source of a training text. */
export function readTextSource(name: string): string {
  return readFileSync(new URL(name, folder), 'utf8').replaceAll('\r\n', '\n');
}

/**
 * Reads the passages of all training texts.
 * @throws Error that names the first file and line at fault.
 */
export function readTexts(): LabelledPassage[] {
  const reader = createRecordReader(
    createVocabulary(z.parse(vocabularySchema, collectKnowledge().vocabulary)),
  );
  return textFiles().flatMap((name) => {
    const { kind, passages, problems } = readMarkedRecord(readTextSource(name), reader);
    const [problem] = problems;
    if (problem || kind === undefined)
      throw new Error(`training/texts/${name}:${problem?.line ?? 1}: ${problem?.message ?? 'no kind'}`);
    const record = name.replace(/\.md$/u, '');
    const texts = passages.map(({ text }) => text);
    return passages.map(({ text, block, headings, primary, secondary }, index): LabelledPassage => ({
      id: `${record}#${String(index + 1).padStart(2, '0')}`,
      record,
      writer: record.split('-')[0] ?? '',
      passage: {
        ...{ text, block, kind, headings },
        before: texts.slice(Math.max(0, index - reach), index),
        after: texts.slice(index + 1, index + 1 + reach),
      },
      primary,
      secondary,
    }));
  });
}
