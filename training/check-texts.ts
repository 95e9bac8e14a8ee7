/** `npx tsx training/check-texts.ts FILE...`: what is wrong with training texts, and how many labels of each they have. */
import * as z from 'zod/mini';
import { readFileSync } from 'node:fs';
import { createRecordReader } from '../server/src/record/read-record.ts';
import { createVocabulary, vocabularySchema } from '../server/src/record/vocabulary.ts';
import { collectKnowledge } from '../scripts/collect-data.ts';
import { readMarkedRecord } from './read-marked-record.ts';

const reader = createRecordReader(createVocabulary(z.parse(vocabularySchema, collectKnowledge().vocabulary)));
const counts = new Map<string, number>();
for (const file of process.argv.slice(2)) {
  const { passages, problems } = readMarkedRecord(readFileSync(file, 'utf8'), reader);
  for (const { line, message } of problems) console.log(`${file}:${line}: ${message}`);
  for (const { primary } of passages) counts.set(primary, (counts.get(primary) ?? 0) + 1);
}
console.log([...counts].map(([label, count]) => `${label} ${count}`).join(', '));
