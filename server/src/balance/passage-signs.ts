import type { Passage, SupervisionRecord } from '../record/record.ts';
import type { SignHit, SignPhrases } from './sign-phrases.ts';

/** A passage in which something was found, with the words that show it. */
export interface PassageHit {
  readonly passage: Passage;
  readonly hit: SignHit;
}

/** So many letters before and after words of feeling may make them the name of a category or service. */
const [categoryBefore, categoryAfter] = [20, 12];

/**
 * Passages that record a strong, hard feeling, by words that hardly mean anything else. A heading, a category or a
 * denial ("no tears") isn't one.
 */
export function passagesOfFeeling({ passages }: SupervisionRecord, signs: SignPhrases): PassageHit[] {
  return passages.flatMap((passage) => {
    const denied = signs.find('feeling-not', passage);
    const categories = signs.find('category', passage);
    const hit = signs.find('feeling', passage).find(({ from, to, start, end }) => {
      if (denied.some((other) => other.from < to && from < other.to)) return false;
      return !categories.some(
        (other) => other.start >= start - categoryBefore && other.end <= end + categoryAfter,
      );
    });
    return hit === undefined ? [] : [{ passage, hit }];
  });
}

/** Passages that record exclusion, discrimination, an imposed decision or a silenced voice. */
export function passagesOfExclusion({ passages }: SupervisionRecord, signs: SignPhrases): PassageHit[] {
  return passages.flatMap((passage) => {
    const [hit] = signs.find('exclusion', passage);
    return hit === undefined ? [] : [{ passage, hit }];
  });
}

/** How far from a word for a person the verb may stand. */
const reachOfActs = 3;

/** Whether a passage lets a person served, a child or a carer be heard or seen doing, wanting or choosing something. */
export function showsLivedVoice(passage: Passage, signs: SignPhrases): boolean {
  if (/["“][^"“”]{2,}["”]/.test(passage.plain.text)) return true;
  const acts = signs.find('acts', passage);
  return signs
    .find('served', passage)
    .some(({ to }) => acts.some(({ from }) => from >= to && from - to < reachOfActs));
}
