/** The four learning cultures, the columns of Table 1 of Gray, Parker and Immins (2008), in its order. */
export const cultures = ['professional', 'managed', 'humanistic', 'democratic'] as const;

/** One learning culture. */
export type Culture = (typeof cultures)[number];

/** What a passage can be about: a culture, or `none` (neutral). Order fixed: models index by it. */
export const passageLabels = [...cultures, 'none'] as const;

/** A culture or `none`. */
export type PassageLabel = (typeof passageLabels)[number];

/** The rows of Table 1: what a culture says about each of these. */
export const aspects = [
  'premise',
  'responsibility',
  'competence',
  'drivers',
  'evaluation',
  'supervision',
  'sanctions',
  'vehicles',
  'engagement',
] as const;

/** One row of Table 1. */
export type Aspect = (typeof aspects)[number];
