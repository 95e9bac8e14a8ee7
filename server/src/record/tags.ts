import { cultures, type Culture, type PassageLabel } from '../terms/cultures.ts';
import { nearestName } from '../text/nearest-name.ts';
import type { TagMark } from './block-elements.ts';

/** A `#word` that stands on its own (`#swe4.2` is one word, a full stop behind it isn't part of it); group 1 is what stands before it, group 2 the word. */
export const hashtagPattern = /(^|[\s([|])#(\p{L}[\p{L}\p{N}_]*(?:[.-][\p{L}\p{N}_]+)*)/gu;

/** The words that tag a passage, as hashtags or in a culture comment. `neutral` and `none` mean the same. */
export const tagNames = [...cultures, 'neutral'] as const;

/** Whether a hashtag's word is one of the five tags (in any case). */
export function isCultureTag(name: string): boolean {
  return labelOf(name) !== undefined && name.toLowerCase() !== 'none';
}

/** The values of a `culture:` comment as written, or undefined for any other comment. */
export function readCultureComment(content: string): readonly string[] | undefined {
  const match = /^culture\s*:\s*(.*)$/is.exec(content);
  if (match === null) return undefined;
  return (match[1] ?? '').split(',').map((value) => value.trim());
}

/** What tags say: a label, with a second culture where two are named. */
export interface Tagging {
  readonly label: PassageLabel;
  readonly secondary: Culture | undefined;
}

/** What is wrong with a tag: the offending mark, the value, and the tag that was probably meant. */
export interface TagProblem {
  readonly mark: TagMark;
  readonly reason: 'misspelt' | 'unknown-value' | 'impossible';
  readonly value: string;
  readonly suggestion: (typeof tagNames)[number] | undefined;
}

/**
 * What the tags of one passage or heading say together, and what is wrong with them. Two cultures are
 * primary and secondary, in the order in which they stand; more than two, or neutral beside a culture,
 * is impossible: the first that is valid then holds, so that the writer's wish isn't lost.
 */
export function readTags(marks: readonly TagMark[]): {
  readonly tagging: Tagging | undefined;
  readonly problems: readonly TagProblem[];
} {
  const labels: PassageLabel[] = [];
  const problems: TagProblem[] = [];
  for (const mark of marks) {
    for (const value of mark.values) {
      const label = labelOf(value);
      if (mark.form === 'hashtag' && label !== undefined && value.toLowerCase() === 'none') continue;
      if (label === undefined) {
        // Spec section 2: a hashtag within edit distance 2 of a tag.
        const suggestion = nearestName(value, tagNames);
        if (mark.form === 'comment') problems.push({ mark, reason: 'unknown-value', value, suggestion });
        else if (suggestion !== undefined) problems.push({ mark, reason: 'misspelt', value, suggestion });
      } else if (!labels.includes(label)) {
        const [first] = labels;
        if (labels.length >= 2 || first === 'none' || (first !== undefined && label === 'none')) {
          problems.push({ mark, reason: 'impossible', value, suggestion: undefined });
        } else labels.push(label);
      }
    }
  }
  const [label, second] = labels;
  const secondary = second === 'none' ? undefined : second;
  return { tagging: label === undefined ? undefined : { label, secondary }, problems };
}

function labelOf(value: string): PassageLabel | undefined {
  const name = value.toLowerCase();
  if (name === 'neutral' || name === 'none') return 'none';
  return cultures.find((culture) => culture === name);
}
