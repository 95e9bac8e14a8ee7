import type { SupervisionRecord } from '../record/record.ts';

/**
 * Whether switches in the text turn a rule off at an offset: `disable` up to the next `enable`,
 * `disable-next-passage` for the passage after it, `disable-file` everywhere. A switch without rules is for all.
 */
export function isSwitchedOff(record: SupervisionRecord, rule: string, offset: number): boolean {
  let off = false;
  for (const { kind, rules, span } of record.switches) {
    if (rules.length > 0 && !rules.some(({ id }) => id === rule)) continue;
    if (kind === 'disable-file') return true;
    if (kind === 'disable-next-passage') {
      const next = record.passages.find((passage) => passage.span.start >= span.end);
      if (next !== undefined && offset >= next.span.start && offset <= next.span.end) return true;
    }
    if (span.start > offset) continue;
    if (kind === 'disable') off = true;
    if (kind === 'enable') off = false;
  }
  return off;
}

/** Rules that the text switches off for the whole file; `all` where a switch names none. */
export function switchedOffInFile(record: SupervisionRecord): readonly string[] {
  const files = record.switches.filter(({ kind }) => kind === 'disable-file');
  return files.flatMap(({ rules }) => (rules.length === 0 ? ['all'] : rules.map(({ id }) => id)));
}
