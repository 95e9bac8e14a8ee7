import type { Passage, SupervisionRecord } from '../record/record.ts';

/** Words of all passages of a record. */
export function wordsOfRecord({ passages }: SupervisionRecord): number {
  return passages.reduce((sum, { words }) => sum + words, 0);
}

/** The sections above a passage, innermost first. */
export function sectionKeysOf({ sections }: SupervisionRecord, { section }: Passage): string[] {
  const keys: string[] = [];
  for (let index = section; index !== undefined; index = sections[index]?.parent) {
    const key = sections[index]?.key;
    if (key !== undefined) keys.push(key);
  }
  return keys;
}
