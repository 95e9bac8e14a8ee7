import picomatch from 'picomatch';
import type { SummaryParts } from '../runs/record-summary.ts';
import type { Configuration } from './configuration.ts';

/**
 * Where a record stands among others. `path`: the folders and the name of its file below its scope, outermost first;
 * a run that the configuration sets for the file counts before anything that the record says.
 */
export function placeRecord(
  id: string,
  scope: string,
  path: readonly string[],
  configuration: Configuration,
): SummaryParts['place'] {
  const configured = configuration.runs.find(({ files }) => picomatch.isMatch(path.join('/'), files));
  return { id, scope, folders: path.slice(0, -1), configured };
}
