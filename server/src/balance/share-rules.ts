import * as z from 'zod/mini';
import type { PassageReading } from '../culture/read-passages.ts';
import { isCaseRecord, type SupervisionRecord } from '../record/record.ts';
import type { Culture } from '../terms/cultures.ts';
import type { RecordKind } from '../terms/kinds.ts';
import type { MessageValues } from '../text/message.ts';
import type { Profile } from './profile.ts';
import type { RuleFinding } from './rule.ts';
import type { SignList, SignPhrases } from './sign-phrases.ts';

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

/** What in a passage speaks for a culture that a finding may say is hardly there. */
const speaking: Readonly<Record<'humanistic' | 'democratic', readonly SignList[]>> = {
  humanistic: ['feeling', 'tending', 'private-life'],
  democratic: ['exclusion', 'shared-space', 'review-disagreement'],
};

/**
 * The passages of some cultures that are the plainest examples of them: those read with the greatest confidence, the
 * shorter first where that is equal, in the order of the text. One with a second culture in it, or with a sign of a
 * culture that isn't among them, is no example: it may be the richest of the record.
 */
export function evidenceFor(
  readings: readonly PassageReading[],
  of: readonly Culture[],
  signs: SignPhrases,
): NonNullable<RuleFinding['related']> {
  const others = (['humanistic', 'democratic'] as const).filter((culture) => !of.includes(culture));
  const isPlain = ({ passage, secondary, inferred }: PassageReading): boolean =>
    secondary === undefined &&
    inferred.secondary === undefined &&
    others.every((culture) => speaking[culture].every((list) => !signs.has(list, passage)));
  return readings
    .filter((reading) => of.some((each) => each === reading.culture) && isPlain(reading))
    .sort(
      (a, b) =>
        b.confidence - a.confidence || a.passage.words - b.passage.words || a.passage.index - b.passage.index,
    )
    .slice(0, evidenceLimit)
    .sort((a, b) => a.passage.index - b.passage.index)
    .map(({ passage }) => ({ span: passage.textSpan, message: { name: 'evidence' } }));
}

/** The humanistic and the democratic culture, the one with the smaller share first. */
export function communalFirst({ shares }: Profile): readonly Culture[] {
  return shares.democratic < shares.humanistic ? ['democratic', 'humanistic'] : ['humanistic', 'democratic'];
}
