import { passagesOfFeeling } from '../balance/passage-signs.ts';
import type { Profile } from '../balance/profile.ts';
import type { SignList, SignPhrases } from '../balance/sign-phrases.ts';
import type { PassageReading } from '../culture/read-passages.ts';
import type { SupervisionRecord } from '../record/record.ts';
import type { Observation, ObservedTopic } from '../runs/observations.ts';
import { cultures, type Culture } from '../terms/cultures.ts';
import { asksQuestion } from './asks-question.ts';
import type { PromptNeed } from './choose-prompts.ts';
import type { EarlierRecord } from './earlier-record.ts';
import type { ChoiceReason } from './explain-choice.ts';
import type { Prompt } from './prompt-bank.ts';

/** What there is to go by where no finding says what a prompt should answer. */
export interface PromptOccasion {
  readonly record: SupervisionRecord;
  readonly profile: Profile;
  readonly observations: readonly Observation[];
  /** The passage at the cursor. */
  readonly reading: PassageReading | undefined;
  /** The records of its run before this one, the oldest first. */
  readonly earlier: readonly EarlierRecord[];
  readonly signs: SignPhrases;
  readonly prompts: readonly Prompt[];
}

/** So many cultures are opened first. */
const wanted = 2;
/** What the least-written culture gains over the most-written, step by step. */
const stepOfScarcity = 0.5;
/** What the record gives counts more than a step, less than all of them. */
const given = 1.25;
/** From this share on it can't be said that the notes tell nothing of it. */
const little = 0.2;
/** So many records back it counts which cultures prompts have opened. */
const lately = 2;

/** Topics of groups that a culture speaks to: where nothing shows any of them, a prompt may. */
const topicsOf: Readonly<Partial<Record<Culture, readonly ObservedTopic[]>>> = {
  humanistic: ['community.trust', 'community.belonging', 'community.thriving'],
  democratic: ['community.equality', 'community.domain', 'community.reaching-out'],
};

/**
 * What a prompt should open where no finding says so: the passage at the cursor, a question or disagreement left open,
 * last time's actions, what a group's notes say nothing of, and what the run was given lately, before what is least
 * written about. The same record gives the same; each culture comes with its reason.
 */
export function wantedPrompts(occasion: PromptOccasion): PromptNeed {
  const { record, profile, reading, earlier, signs, prompts } = occasion;
  const { kind, subtype } = record.recognition;
  const has = (list: SignList): boolean => record.passages.some((passage) => signs.has(list, passage));
  const points = new Map<Culture, number>();
  const reasons = new Map<Culture, ChoiceReason['name']>();
  const add = (culture: Culture, weight: number, reason?: ChoiceReason['name']): void => {
    points.set(culture, (points.get(culture) ?? 0) + weight);
    if (reason !== undefined && !reasons.has(culture)) reasons.set(culture, reason);
  };

  const byShare = [...cultures].sort((a, b) => profile.shares[a] - profile.shares[b]);
  byShare.forEach((culture, place) => add(culture, (byShare.length - place) * stepOfScarcity));
  // What the passage is about already needs no opening.
  const here = reading?.estimate;
  if (here !== undefined && here !== 'none') add(here, -2 * given);

  if (has('review-doubt') || has('review-dilemma') || record.passages.some(asksQuestion))
    add(kind === 'group' ? 'democratic' : 'professional', given, 'because-question');
  if (has('review-disagreement')) add('democratic', given, 'because-views');
  if (passagesOfFeeling(record, signs).length > 0) add('humanistic', given, 'because-feeling');
  const holdsActions = record.sections.some(({ key }) => key === 'previous_actions');
  if (holdsActions || (earlier.at(-1)?.openActions.length ?? 0) > 0) add('managed', given, 'because-actions');
  if (kind === 'group') {
    const shown = new Set(
      occasion.observations.filter(({ passages }) => passages.length > 0).map(({ topic }) => topic),
    );
    for (const culture of cultures)
      if (profile.shares[culture] < little && topicsOf[culture]?.every((topic) => !shown.has(topic)) === true)
        add(culture, given / 2, 'because-topic');
    if (subtype === 'debrief') add('humanistic', 3 * given, 'because-group');
    if (subtype === 'participation' || subtype === 'union' || subtype === 'staff-network')
      add('democratic', 2 * given, 'because-group');
  }
  // Nobody wants a card game about training where somebody has died, or a child was taken.
  if (has('scene-death') || has('scene-removal') || subtype === 'debrief') {
    add('professional', -given);
    add('managed', -given);
  }
  const opened = [record, ...earlier.slice(-lately)].flatMap((each) =>
    each.prompts.flatMap(({ id }) => prompts.filter((prompt) => prompt.id === id)),
  );
  for (const culture of cultures) if (opened.some((prompt) => prompt.opens === culture)) add(culture, -given);

  const opens = [...byShare]
    .sort((a, b) => (points.get(b) ?? 0) - (points.get(a) ?? 0))
    .slice(0, subtype === 'debrief' ? 1 : wanted);
  return {
    record,
    rule: undefined,
    opens,
    passage: reading?.passage,
    aspect: reading?.aspect,
    earlier,
    shares: profile.shares,
    reasons,
  };
}
