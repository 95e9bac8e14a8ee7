import type { SignList, SignPhrases } from '../balance/sign-phrases.ts';
import type { Passage, SupervisionRecord } from '../record/record.ts';

/**
 * What communities of practice are made of: Wenger's domain, community and practice, Plaskoff's trust, belonging,
 * equality and thriving relationships; then shared spaces (Nonaka and Konno's "ba"), what was handed on, and reaching out
 * to others (the paper's last crucial question).
 */
export const observedTopics = [
  'community.domain',
  'community.community',
  'community.practice',
  'community.trust',
  'community.belonging',
  'community.equality',
  'community.thriving',
  'community.shared-space',
  'community.handed-on',
  'community.reaching-out',
] as const;

/** One of {@link observedTopics}. */
export type ObservedTopic = (typeof observedTopics)[number];

/** A topic with the passages that show it; without any it is "not written about here", never lacking. */
export interface Observation {
  readonly topic: ObservedTopic;
  /** Indices of passages, 0-based. */
  readonly passages: readonly number[];
}

const lists: Readonly<Record<ObservedTopic, SignList>> = {
  'community.domain': 'community-domain',
  'community.community': 'community-community',
  'community.practice': 'community-practice',
  'community.trust': 'community-trust',
  'community.belonging': 'community-belonging',
  'community.equality': 'community-equality',
  'community.thriving': 'community-thriving',
  'community.shared-space': 'shared-space',
  'community.handed-on': 'community-handed-on',
  'community.reaching-out': 'community-reaching-out',
};

/** At most so many passages are kept for a topic. */
const mostPassages = 5;

/**
 * Looks for the topics in a record. All topics are given for groups, that nothing is written about some of them being
 * worth knowing; of other kinds of record those that are there.
 */
export function observeRecord(
  { recognition }: SupervisionRecord,
  passages: readonly Passage[],
  signs: SignPhrases,
): Observation[] {
  if (recognition.kind === 'unknown') return [];
  const observed = observedTopics.map((topic) => ({
    topic,
    passages: passages
      .filter((passage) => signs.has(lists[topic], passage))
      .slice(0, mostPassages)
      .map(({ index }) => index),
  }));
  // A business meeting called group supervision is no shared space for learning by its name alone.
  const isSpace = recognition.kind === 'group' && recognition.subtype !== 'business';
  return recognition.kind === 'group'
    ? observed.map((each) =>
        each.topic === 'community.shared-space'
          ? {
              ...each,
              passages: isSpace ? (each.passages.length > 0 ? each.passages : firstOf(passages)) : [],
            }
          : each,
      )
    : observed.filter((each) => each.passages.length > 0);
}

function firstOf(passages: readonly Passage[]): number[] {
  return passages.slice(0, 1).map(({ index }) => index);
}
