import type { SignList, SignPhrases } from '../balance/sign-phrases.ts';
import { isLimitedPassage } from '../record/limited.ts';
import type { Passage, SupervisionRecord } from '../record/record.ts';

/** Under what a practice educator finds passages, in the order in which they are shown. */
export const reviewHeadings = ['bring', 'doubt', 'dilemma', 'disagreement', 'feedback', 'picked-up'] as const;

/** One of {@link reviewHeadings}. */
export type ReviewHeading = (typeof reviewHeadings)[number];

/** A passage that may be worth talking about. */
export interface ReviewedPassage {
  readonly heading: ReviewHeading;
  readonly passage: Passage;
}

const lists: Readonly<Record<Exclude<ReviewHeading, 'bring'>, SignList>> = {
  doubt: 'review-doubt',
  dilemma: 'review-dilemma',
  disagreement: 'review-disagreement',
  feedback: 'review-feedback',
  'picked-up': 'review-picked-up',
};

/** So many passages of a record are enough under one heading; what the writer marked is always shown. */
const mostUnderHeading = 4;
/** A passage of fewer words tells too little to be looked at. */
const fewestWords = 5;

/**
 * The passages of a record that an educator may want to look at first, each once, under the first heading that it
 * fits: what the writer marked, then what the words may show. `askedBefore`: ids of prompts that earlier records of the
 * run hold, whose answer here takes a question up again. Passages whose circulation is limited show nothing.
 */
export function gatherReview(
  record: SupervisionRecord,
  signs: SignPhrases,
  askedBefore: ReadonlySet<string>,
): ReviewedPassage[] {
  const open = record.passages.filter((passage) => !isLimitedPassage(record, passage));
  const brought = new Set(record.bring.map(({ passage }) => passage));
  const tasks = new Set(record.actions.map(({ passage }) => passage));
  const answers = new Set(answersToEarlier(record, askedBefore));
  const headerEnd = Math.max(0, ...record.header.map(({ span }) => span.end));
  const tells = (passage: Passage): boolean =>
    passage.words >= fewestWords &&
    !passage.struck &&
    !tasks.has(passage.index) &&
    passage.span.start >= headerEnd;
  const fits = (heading: ReviewHeading, passage: Passage): boolean => {
    if (heading === 'bring') return brought.has(passage.index);
    if (!tells(passage)) return false;
    if (heading === 'picked-up' && answers.has(passage.index)) return true;
    if (!signs.has(lists[heading], passage)) return false;
    if (heading === 'feedback') return isFeedback(passage, signs);
    // What somebody served says that the writer should have done is no doubt of the writer's.
    return heading !== 'doubt' || (isOwnDoubt(passage, signs) && !isFeedback(passage, signs));
  };
  const placed = new Set<number>();
  return reviewHeadings.flatMap((heading) => {
    const found = open
      .filter((passage) => !placed.has(passage.index) && fits(heading, passage))
      .slice(0, heading === 'bring' ? undefined : mostUnderHeading);
    for (const { index } of found) placed.add(index);
    return found.map((passage) => ({ heading, passage }));
  });
}

/** Whether somebody served may be saying how the work was for them; a colleague's feedback is another matter. */
function isFeedback(passage: Passage, signs: SignPhrases): boolean {
  return signs.has(lists.feedback, passage) && signs.has('served', passage) && isToldByOthers(passage, signs);
}

/** Whether a doubt is more than a set phrase, such as a reason to doubt somebody's capacity. */
function isOwnDoubt(passage: Passage, signs: SignPhrases): boolean {
  const others = signs.find('review-doubt-not', passage);
  return signs
    .find('review-doubt', passage)
    .some(({ from, to }) => !others.some((each) => each.from <= from && to <= each.to));
}

/** So many words before what is said may tell who says it, or that nobody does. */
const reachOfSpeaker = 3;

/** Whether one of the words of feedback is neither the writer's own ("I also said that I…") nor denied. */
function isToldByOthers(passage: Passage, signs: SignPhrases): boolean {
  const words = signs.wordsOf(passage);
  return signs.find('review-feedback', passage).some(({ from }) => {
    const before = words.slice(Math.max(0, from - reachOfSpeaker), from).join(' ');
    return (['first-person', 'denial'] as const).every((list) => signs.findInText(list, before).length === 0);
  });
}

/** The first passage of each answer to a prompt that was asked before. */
function answersToEarlier(
  { prompts, passages, sections }: SupervisionRecord,
  askedBefore: ReadonlySet<string>,
): number[] {
  return prompts.flatMap(({ id, state, span }, at) => {
    if (state !== 'answered' || !askedBefore.has(id)) return [];
    const end = Math.min(
      prompts[at + 1]?.span.start ?? Infinity,
      sections.find(({ headingSpan }) => headingSpan.start >= span.end)?.headingSpan.start ?? Infinity,
    );
    const answer = passages.find((each) => each.span.start >= span.end && each.span.start < end);
    return answer === undefined ? [] : [answer.index];
  });
}
