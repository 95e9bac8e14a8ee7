import * as z from 'zod/mini';
import type { PassageReading } from '../culture/read-passages.ts';
import { isCaseRecord, type SupervisionRecord } from '../record/record.ts';
import type { Culture } from '../terms/cultures.ts';
import type { RecordKind } from '../terms/kinds.ts';
import type { MessageValues } from '../text/message.ts';
import type { Profile } from './profile.ts';
import type { RuleFinding } from './rule.ts';

/** Share rules need so many words that aren't neutral (spec section 3). */
export const neededWords = 80;

/** The kinds on which share rules may fire; groups by their subtype besides. */
export const shareKinds: readonly RecordKind[] = ['supervision', 'group', 'log', 'journal'];

/** A threshold that the configuration can set: a share, 0..1. */
export function shareOption(standard: number): z.ZodMiniType<number> {
  return z._default(z.number().check(z.minimum(0), z.maximum(1)), standard);
}

/** Whether the balance of a record of this kind is judged at all: not of case records, nor of most groups. */
export function balanceIsJudged(record: SupervisionRecord): boolean {
  const { kind, subtype } = record.recognition;
  if (kind === 'group') return subtype === 'supervision' || subtype === 'business';
  return shareKinds.includes(kind) && !isCaseRecord(record);
}

/** Whether there is enough to judge, in a record whose balance is judged. */
export function hasShares(record: SupervisionRecord, profile: Profile): boolean {
  return profile.words >= neededWords && balanceIsJudged(record);
}

/** Figures for messages: they count decided passages only and say how many were hard to tell. */
export function countPassages(
  readings: readonly PassageReading[],
  of: readonly Culture[],
): MessageValues & { readonly decided: number } {
  const decided = readings.filter(({ culture }) => culture !== 'undecided' && culture !== 'none').length;
  const counted = readings.filter(({ culture }) => of.some((each) => each === culture)).length;
  const unsure = readings.filter(({ culture }) => culture === 'undecided').length;
  return { decided, counted, unsure };
}

/** At most so many passages stand as evidence beside a finding. */
const evidenceLimit = 3;

/** The longest passages of some cultures, in the order of the text. */
export function evidenceFor(
  readings: readonly PassageReading[],
  of: readonly Culture[],
): NonNullable<RuleFinding['related']> {
  return readings
    .filter(({ culture }) => of.some((each) => each === culture))
    .sort((a, b) => b.passage.words - a.passage.words)
    .slice(0, evidenceLimit)
    .sort((a, b) => a.passage.index - b.passage.index)
    .map(({ passage }) => ({ span: passage.textSpan, message: { name: 'evidence' } }));
}

/** The humanistic and the democratic culture, the one with the smaller share first. */
export function communalFirst({ shares }: Profile): readonly Culture[] {
  return shares.democratic < shares.humanistic ? ['democratic', 'humanistic'] : ['humanistic', 'democratic'];
}
