import { cultures, type Culture } from '../terms/cultures.ts';
import type { Run } from './gather-runs.ts';

/** A culture that hasn't been written about for a while. */
export interface QuietCulture {
  readonly culture: Culture;
  /** In so many of the newest records, without a break. */
  readonly records: number;
  /** The day of the last record that wrote about it; undefined: none in the run did. */
  readonly lastOn: string | undefined;
}

/** Less than this share of a record is hardly a word; both ways of counting must say so. */
const hardly = 0.02;
const hardlyExpected = 0.05;
/** One record may leave anything out. */
const leastRecords = 2;

/**
 * What the newest records of a run have in common not to write about, the longest quiet first. Records whose balance
 * isn't judged (too short, case records, most groups) neither break a quiet stretch nor make one.
 */
export function findQuietCultures({ records }: Run): QuietCulture[] {
  const judged = records.filter((record) => record.judged).reverse();
  const quiet = cultures.map((culture): QuietCulture => {
    const spoken = judged.findIndex(
      ({ profile }) => profile.shares[culture] >= hardly || profile.expectedShares[culture] >= hardlyExpected,
    );
    return {
      culture,
      records: spoken === -1 ? judged.length : spoken,
      lastOn: spoken === -1 ? undefined : judged[spoken]?.date,
    };
  });
  return quiet.filter((each) => each.records >= leastRecords).sort((a, b) => b.records - a.records);
}
