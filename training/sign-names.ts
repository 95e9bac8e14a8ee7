/**
 * Signs: plain things that a passage does or tells, whatever its learning culture, such as a feeling or a reason. How
 * to tell them: `signs/GUIDE.md`. Labels kept for rules that read meaning; no model learns from them yet.
 */
export const passageSigns = [
  'feeling',
  'tending',
  'exclusion',
  'redress',
  'decision',
  'reason',
  'casework',
  'lived-voice',
  'how-and-why',
  'capability',
  'opening',
  'learning-assigned',
  'learning-chosen',
  'shared-space',
  'handed-on',
  'trust',
  'belonging',
  'equality',
  'thriving',
  'shared-domain',
  'shared-practice',
  'error-owned',
  'action-done',
  'exact-words',
  'limit-respected',
  'disagreement-kept',
  'distress-private',
] as const;

/** One of {@link passageSigns}. */
export type PassageSign = (typeof passageSigns)[number];
