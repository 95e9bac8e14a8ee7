import type { MarkedCulture, PassageMark } from '../../../server/src/protocol.ts';
import type { CulturesMode } from './cultures-mode.ts';

/** The four cultures in the order in which people meet them. */
export const markedCultures = ['managed', 'professional', 'humanistic', 'democratic'] as const;

/** A passage that is drawn. */
export interface MarkedPassage {
  readonly range: PassageMark['range'];
  readonly culture: MarkedCulture;
  /** Whether the writer said so: such a mark is filled, one that was inferred is hollow. */
  readonly tagged: boolean;
}

/** The passages to draw in a mode: never those that are neutral or hard to tell. */
export function markedPassages(passages: readonly PassageMark[], mode: CulturesMode): MarkedPassage[] {
  if (mode === 'off') return [];
  return passages.flatMap(({ range, culture, origin }) => {
    const tagged = origin !== 'inferred';
    const known = markedCultures.find((each) => each === culture);
    return known === undefined || (mode === 'tagged' && !tagged) ? [] : [{ range, culture: known, tagged }];
  });
}
