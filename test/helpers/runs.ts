import { gatherRuns, type Run } from '../../server/src/runs/gather-runs.ts';
import type { RecordSummary } from '../../server/src/runs/record-summary.ts';
import { testAnalyser } from './knowledge.ts';

/** Sums a text up as if it stood in a workspace; throws where it is in no run. */
export function summarise(
  text: string,
  id: string,
  folders: readonly string[] = [],
  scope = '/notes',
): RecordSummary {
  const analyser = testAnalyser();
  const summary = analyser.summarise(analyser.analyse(text), { id, scope, folders });
  if (summary === undefined) throw new Error(`${id} is limited`);
  return summary;
}

/** The only run of some texts. */
export function runOf(texts: readonly string[]): Run {
  const { runs } = gatherRuns(texts.map((text, index) => summarise(text, `${index}.md`)));
  const [run] = runs;
  if (run === undefined || runs.length > 1) throw new Error(`${runs.length} runs`);
  return run;
}
