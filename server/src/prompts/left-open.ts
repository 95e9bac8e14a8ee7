import type { SupervisionRecord } from '../record/record.ts';
import type { EarlierRecord } from './earlier-record.ts';

/**
 * The ids of prompts that were left open in the record before and may be asked once more: once, and then they are let
 * go. One that stood in a record before that has had its second turn.
 */
export function findLeftOpen(record: SupervisionRecord, earlier: readonly EarlierRecord[]): string[] {
  const had = new Set(
    [...earlier.slice(0, -1), record].flatMap(({ prompts }) => prompts.map(({ id }) => id)),
  );
  const open = (earlier.at(-1)?.prompts ?? []).filter(({ state, id }) => state === 'open' && !had.has(id));
  return [...new Set(open.map(({ id }) => id))];
}
