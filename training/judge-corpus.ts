import { readFileSync } from 'node:fs';
import { createAnalyser } from '../server/src/analysis/analyse.ts';
import { computeProfile, secondaryShare } from '../server/src/balance/profile.ts';
import { judgeRecord, type Finding } from '../server/src/balance/judge-record.ts';
import type { CultureReading } from '../server/src/culture/culture.ts';
import { readPassages } from '../server/src/culture/read-passages.ts';
import { profileOf } from '../server/src/confidentiality/profiles.ts';
import { createKnowledge } from '../server/src/knowledge/knowledge.ts';
import { collectKnowledge, collectModel } from '../scripts/collect-data.ts';
import { passageLabels } from '../server/src/terms/cultures.ts';
import type { RecordKind } from '../server/src/terms/kinds.ts';
import type { LeftOutReading } from './leave-writers-out.ts';

/** What the product finds on one record of the corpus. */
export interface JudgedRecord {
  readonly id: string;
  readonly kind: RecordKind;
  /** With the given readings. */
  readonly given: readonly Finding[];
  /** With the labels in their place, as if they stood in the text as tags. */
  readonly wanted: readonly Finding[];
}

/** Runs the rules over every record twice, each by itself, as configured by default. */
export function judgeCorpus(readings: readonly LeftOutReading[]): JudgedRecord[] {
  const knowledge = createKnowledge(collectKnowledge(), collectModel());
  const analyser = createAnalyser(knowledge);
  const { identifiers: finder } = knowledge;
  const confidentiality = { finder, profile: profileOf(finder.data, undefined) };
  const records = [...new Set(readings.map(({ labelled }) => labelled.record))];
  return records.map((id) => {
    const file = new URL(`../corpus/records/${id}.md`, import.meta.url);
    const { record } = analyser.read(readFileSync(file, 'utf8'));
    const own = readings.filter(({ labelled }) => labelled.record === id);
    const judge = (readingOf: (each: LeftOutReading) => CultureReading): Finding[] => {
      const queue = own.map(readingOf);
      const read = readPassages(record, { read: () => queue.shift()! });
      return judgeRecord(
        { record, readings: read, profile: computeProfile(read), confidentiality },
        knowledge.signs,
        knowledge.messages,
      );
    };
    return {
      id,
      kind: record.recognition.kind,
      given: judge(({ reading }) => reading),
      wanted: judge(labelAsReading),
    };
  });
}

function labelAsReading({ labelled, reading }: LeftOutReading): CultureReading {
  const { primary, secondary } = labelled;
  const second = secondary === undefined || secondary === primary ? 0 : secondaryShare;
  const probabilities = passageLabels.map((label) =>
    label === primary ? 1 - second : label === secondary ? second : 0,
  );
  return { ...reading, best: primary, decided: true, confidence: 1, secondary, probabilities };
}
