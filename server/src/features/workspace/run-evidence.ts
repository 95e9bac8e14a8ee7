import { isLimitedPassage } from '../../record/limited.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { EvidencedTopic } from '../../protocol.ts';
import { headerValue, type Passage, type SupervisionRecord } from '../../record/record.ts';
import { leadershipStyles, observeStyles, type LeadershipStyle } from '../../runs/leadership-style.ts';
import { observedTopics, observeRecord, type ObservedTopic } from '../../runs/observations.ts';
import { firstWords, placeSpan } from '../../runs/record-listing.ts';
import type { RecordKind } from '../../terms/kinds.ts';
import { createLineIndex } from '../../text/line-index.ts';

/** A record of a run, read again for its passages: the index keeps none. */
export interface ReadRunRecord {
  readonly uri: string;
  readonly date: string;
  readonly record: SupervisionRecord;
}

type Evidence = EvidencedTopic['passages'][number];

/** What the passages of a run show, the newest record's first. Passages whose circulation is limited show nothing. */
export interface RunEvidence {
  readonly topics: Readonly<Record<ObservedTopic, readonly Evidence[]>>;
  readonly styles: Readonly<Record<LeadershipStyle, readonly Evidence[]>>;
  /** Whether somebody supervises or leads in any of the records. */
  readonly isLed: boolean;
  /** A field of the newest record's header; undefined where it isn't there. */
  readonly told: (key: string) => string | undefined;
}

/** A journal is nobody's who leads. */
const led: readonly RecordKind[] = ['supervision', 'log', 'group'];

/** Gathers it; `records` are in any order. */
export function gatherEvidence(records: readonly ReadRunRecord[], { signs }: Knowledge): RunEvidence {
  // Who may see a record may have been limited since the index read it.
  const open = records
    .filter(({ record }) => record.limits.every(({ section }) => section !== undefined))
    .sort((a, b) => (a.date < b.date ? 1 : -1));
  const topics = emptyLists(observedTopics);
  const styles = emptyLists(leadershipStyles);
  for (const { uri, date, record } of open) {
    const passages = record.passages.filter((passage) => !isLimitedPassage(record, passage));
    const lines = createLineIndex(record.text);
    const shown = (passage: Passage | undefined): Evidence[] =>
      passage === undefined
        ? []
        : [
            {
              uri,
              date,
              range: placeSpan(lines, passage.textSpan),
              text: firstWords(passage.plain.text),
            },
          ];
    for (const { topic, passages: indices } of observeRecord(record, passages, signs))
      topics[topic].push(...indices.flatMap((index) => shown(record.passages[index])));
    if (!led.includes(record.recognition.kind)) continue;
    const observed = observeStyles(passages, signs);
    for (const style of leadershipStyles) styles[style].push(...observed[style].flatMap(shown));
  }
  const newest = open[0]?.record;
  return {
    topics,
    styles,
    isLed: open.some(({ record }) => led.includes(record.recognition.kind)),
    told: (key) => newest && headerValue(newest, key)?.value,
  };
}

function emptyLists<Name extends string>(names: readonly Name[]): Record<Name, Evidence[]> {
  return Object.fromEntries(names.map((name) => [name, [] as Evidence[]])) as Record<Name, Evidence[]>;
}
