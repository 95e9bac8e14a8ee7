import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createKnowledge, dataFiles } from '../server/src/knowledge/knowledge.ts';
import { collectKnowledge, collectModel } from './collect-data.ts';
import { repositoryRoot } from './repository-root.ts';

// Checks `server/data` and writes it to `dist/data`, where the product loads it from.
const knowledge = collectKnowledge();
const model = collectModel();
createKnowledge(knowledge, model);
const target = join(repositoryRoot, 'dist', 'data');
mkdirSync(target, { recursive: true });
writeFileSync(join(target, dataFiles.knowledge), JSON.stringify(knowledge));
writeFileSync(join(target, dataFiles.model), JSON.stringify(model));
