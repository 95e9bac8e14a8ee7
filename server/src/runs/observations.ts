import type { SignList, SignPhrases } from '../balance/sign-phrases.ts';
import type { Profile } from '../balance/profile.ts';
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

/** A group whose notes are as far as this about the work, over so many words, meets on business (as in `purely-managed`). */
const purelyManaged = 0.85;
const leastWords = 80;

/** At most so many passages are kept for a topic. */
const mostPassages = 5;

/**
 * Looks for the topics in a record. All topics are given for groups, that nothing is written about some of them being
 * worth knowing; of other kinds of record those that are there. With the `profile`, a group that is all business is no
 * shared space by its name alone.
 */
export function observeRecord(
  { recognition }: SupervisionRecord,
  passages: readonly Passage[],
  signs: SignPhrases,
  profile?: Profile,
): Observation[] {
  if (recognition.kind === 'unknown') return [];
  const observed = observedTopics.map((topic) => ({
    topic,
    passages: passages
      .filter((passage) => shows(topic, passage, signs))
      .slice(0, mostPassages)
      .map(({ index }) => index),
  }));
  // A business meeting called group supervision is no shared space for learning by its name alone.
  const isSpace =
    recognition.kind === 'group' &&
    recognition.subtype !== 'business' &&
    !(profile !== undefined && profile.words >= leastWords && profile.shares.managed >= purelyManaged);
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

/** Topics whose words can be said in mockery: next to exclusion they show nothing good. */
const warm: ReadonlySet<ObservedTopic> = new Set([
  'community.trust',
  'community.belonging',
  'community.equality',
  'community.thriving',
]);
const denials = new Set(['not', 'no', 'nobody', 'never', 'neither', 'nothing', 'without', 'cancelled']);
/** So many words before a sign may deny it. */
const reachOfDenial = 4;

/** Whether a passage shows a topic: one of its signs isn't denied by the words before it, nor said in mockery. */
function shows(topic: ObservedTopic, passage: Passage, signs: SignPhrases): boolean {
  const hits = signs.find(lists[topic], passage);
  if (hits.length === 0 || (warm.has(topic) && signs.has('exclusion', passage))) return false;
  const words = signs.wordsOf(passage);
  return hits.some(({ from }) =>
    words
      .slice(Math.max(0, from - reachOfDenial), from)
      .every((form) => !denials.has(form) && !form.endsWith("n't")),
  );
}

function firstOf(passages: readonly Passage[]): number[] {
  return passages.slice(0, 1).map(({ index }) => index);
}
