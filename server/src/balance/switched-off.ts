import type { SupervisionRecord, Switch } from '../record/record.ts';
import type { Span } from '../text/span.ts';

/** Where one rule is off: everywhere, from each toggle on that says so, and in spans besides. */
interface Reach {
  readonly everywhere: boolean;
  /** In the order of the text. */
  readonly toggles: readonly { readonly start: number; readonly off: boolean }[];
  /** In the order of the text. */
  readonly passages: readonly Span[];
}

/**
 * Whether switches in the text turn a rule off at an offset: `disable` up to the next `enable`,
 * `disable-next-passage` for the passage after it, `disable-file` everywhere. A switch without rules is for all.
 * For one question; who has many asks {@link createSwitchReader}.
 */
export function isSwitchedOff(record: SupervisionRecord, rule: string, offset: number): boolean {
  return createSwitchReader(record)(rule, offset);
}

/** {@link isSwitchedOff} for many questions about one record: its switches are gone through once for each rule. */
export function createSwitchReader(record: SupervisionRecord): (rule: string, offset: number) => boolean {
  const { switches } = record;
  const reaches = new Map<string, Reach>();
  const reachOf = (rule: string): Reach => {
    const known = reaches.get(rule);
    if (known !== undefined) return known;
    const reach = readReach(
      switches.filter(({ rules }) => rules.length === 0 || rules.some(({ id }) => id === rule)),
      record,
    );
    reaches.set(rule, reach);
    return reach;
  };
  return (rule, offset) => {
    if (switches.length === 0) return false;
    const { everywhere, toggles, passages } = reachOf(rule);
    if (everywhere) return true;
    const passage = passages[countUntil(passages, offset) - 1];
    if (passage !== undefined && offset <= passage.end) return true;
    return toggles[countUntil(toggles, offset) - 1]?.off ?? false;
  };
}

function readReach(switches: readonly Switch[], record: SupervisionRecord): Reach {
  const toggles: { start: number; off: boolean }[] = [];
  const passages: Span[] = [];
  // Switches and passages both stand in the order of the text: one walk goes through both.
  let next = 0;
  for (const { kind, span } of switches) {
    if (kind === 'disable' || kind === 'enable') toggles.push({ start: span.start, off: kind === 'disable' });
    if (kind !== 'disable-next-passage') continue;
    while (next < record.passages.length && (record.passages[next]?.span.start ?? 0) < span.end) next++;
    const passage = record.passages[next];
    if (passage !== undefined) passages.push(passage.span);
  }
  return { everywhere: switches.some(({ kind }) => kind === 'disable-file'), toggles, passages };
}

/** How many places, in order, start at an offset or before it. */
function countUntil(places: readonly { readonly start: number }[], offset: number): number {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Rules that the text switches off for the whole file; `all` where a switch names none. */
export function switchedOffInFile(record: SupervisionRecord): readonly string[] {
  const files = record.switches.filter(({ kind }) => kind === 'disable-file');
  return files.flatMap(({ rules }) => (rules.length === 0 ? ['all'] : rules.map(({ id }) => id)));
}
