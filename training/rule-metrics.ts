import { readFileSync } from 'node:fs';
import { createAnalyser } from '../server/src/analysis/analyse.ts';
import { computeProfile, secondaryShare } from '../server/src/balance/profile.ts';
import { judgeRecord } from '../server/src/balance/judge-record.ts';
import type { CultureReading } from '../server/src/culture/culture.ts';
import { readPassages } from '../server/src/culture/read-passages.ts';
import { profileOf } from '../server/src/confidentiality/profiles.ts';
import { createKnowledge } from '../server/src/knowledge/knowledge.ts';
import { collectKnowledge, collectModel } from '../scripts/collect-data.ts';
import { passageLabels } from '../server/src/terms/cultures.ts';
import type { LeftOutReading } from './leave-writers-out.ts';

/** The rules that look at the shares of the cultures. */
export const shareRules = ['purely-managed', 'individual-cultures-only', 'missing-culture'] as const;

/** How often a rule spoke when it should, when it shouldn't, and was silent when it should have spoken. */
export interface RuleAgreement {
  readonly rule: string;
  readonly right: number;
  readonly wrong: number;
  readonly missed: number;
}

/**
 * Runs the rules over every record twice: with its readings by models that never saw its writer, and with the
 * labels in their place, as if they stood in the text as tags.
 */
export function measureRules(readings: readonly LeftOutReading[]): RuleAgreement[] {
  const knowledge = createKnowledge(collectKnowledge(), collectModel());
  const analyser = createAnalyser(knowledge);
  const { identifiers: finder } = knowledge;
  const confidentiality = { finder, profile: profileOf(finder.data, undefined) };
  const records = [...new Set(readings.map(({ labelled }) => labelled.record))];
  const outcomes = records.map((id) => {
    const file = new URL(`../corpus/records/${id}.md`, import.meta.url);
    const { record } = analyser.read(readFileSync(file, 'utf8'));
    const own = readings.filter(({ labelled }) => labelled.record === id);
    const rulesFor = (readingOf: (each: LeftOutReading) => CultureReading): Set<string> => {
      const queue = own.map(readingOf);
      const read = readPassages(record, { read: () => queue.shift()! });
      return new Set(
        judgeRecord(
          { record, readings: read, profile: computeProfile(read), confidentiality },
          knowledge.signs,
          knowledge.messages,
        ).map(({ rule }) => rule),
      );
    };
    return { given: rulesFor(({ reading }) => reading), wanted: rulesFor(labelAsReading) };
  });
  return shareRules.map((rule) => ({
    rule,
    right: outcomes.filter(({ given, wanted }) => given.has(rule) && wanted.has(rule)).length,
    wrong: outcomes.filter(({ given, wanted }) => given.has(rule) && !wanted.has(rule)).length,
    missed: outcomes.filter(({ given, wanted }) => !given.has(rule) && wanted.has(rule)).length,
  }));
}

function labelAsReading({ labelled, reading }: LeftOutReading): CultureReading {
  const { primary, secondary } = labelled;
  const second = secondary === undefined || secondary === primary ? 0 : secondaryShare;
  const probabilities = passageLabels.map((label) =>
    label === primary ? 1 - second : label === secondary ? second : 0,
  );
  return { ...reading, best: primary, decided: true, confidence: 1, secondary, probabilities };
}
