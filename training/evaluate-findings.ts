/*
 * Counts what the product finds on the records of the corpus: `npm run evaluate-findings`. Prints the figures of
 * docs/findings.md and writes them into it. The model that is shipped has learnt from these records.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createKnowledge } from '../server/src/knowledge/knowledge.ts';
import { createCultureReader } from '../server/src/culture/culture-reader.ts';
import { collectKnowledge, collectModel } from '../scripts/collect-data.ts';
import { readCorpus } from './corpus.ts';
import { describeFindings } from './describe-findings.ts';
import { judgeCorpus } from './judge-corpus.ts';
import { replaceFigures } from './replace-figures.ts';

const { model, cues } = createKnowledge(collectKnowledge(), collectModel());
const reader = createCultureReader(model, cues);
const readings = readCorpus().map((labelled) => ({ labelled, reading: reader.read(labelled.passage) }));
const figures = describeFindings(judgeCorpus(readings));
console.log(figures);
const page = new URL('../docs/findings.md', import.meta.url);
writeFileSync(page, replaceFigures(readFileSync(page, 'utf8'), 'npm run evaluate-findings', figures));
