import { collectKnowledge, collectModel } from '../../scripts/collect-data.ts';
import { createAnalyser, type Analyser } from '../../server/src/analysis/analyse.ts';
import { createKnowledge, type Knowledge } from '../../server/src/knowledge/knowledge.ts';

let knowledge: Knowledge | undefined;
let analyser: Analyser | undefined;

/** What the product knows, straight from `server/data`; made once for a test run. */
export function testKnowledge(): Knowledge {
  knowledge ??= createKnowledge(collectKnowledge(), collectModel());
  return knowledge;
}

/** An analyser over {@link testKnowledge}. */
export function testAnalyser(): Analyser {
  analyser ??= createAnalyser(testKnowledge());
  return analyser;
}
