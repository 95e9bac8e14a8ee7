import type { SignList, SignPhrases } from '../balance/sign-phrases.ts';
import type { Passage } from '../record/record.ts';

/**
 * Styles of leading (Hersey and Blanchard 1993; the paper speaks of instruction, participation, facilitation and
 * delegation). None is better than another: which one is called for depends on the task and on whom it is done with.
 */
export const leadershipStyles = ['directing', 'coaching', 'supporting', 'delegating'] as const;

/** One of {@link leadershipStyles}. */
export type LeadershipStyle = (typeof leadershipStyles)[number];

const lists: Readonly<Record<LeadershipStyle, SignList>> = {
  directing: 'style-directing',
  coaching: 'style-coaching',
  supporting: 'style-supporting',
  delegating: 'style-delegating',
};

/** The passages whose words show a style, by style. Evidence to look at, never a measure. */
export function observeStyles(
  passages: readonly Passage[],
  signs: SignPhrases,
): Readonly<Record<LeadershipStyle, readonly Passage[]>> {
  const showing = (style: LeadershipStyle): readonly Passage[] =>
    passages.filter((passage) => signs.has(lists[style], passage));
  return {
    directing: showing('directing'),
    coaching: showing('coaching'),
    supporting: showing('supporting'),
    delegating: showing('delegating'),
  };
}
