import type { Comment } from './block-elements.ts';

/**
 * What a writer puts in a comment at the end of a passage to say that it was talked about: it settles the tool's
 * question and isn't in what is filed.
 */
export const talkedAboutComment = 'talked about, not written down';

/** Whether a comment says so; "talked about" is enough. */
export function isTalkedAbout({ content }: Comment): boolean {
  return /^talked about(?:, (?:but )?not written(?: down)?)?\.?$/i.test(content.trim());
}
