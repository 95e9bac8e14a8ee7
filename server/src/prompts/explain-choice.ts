import type { Profile } from '../balance/profile.ts';
import type { Aspect, Culture } from '../terms/cultures.ts';
import type { EarlierRecord } from './earlier-record.ts';
import type { GroupStage, Prompt } from './prompt-bank.ts';

/** Why a prompt was chosen: a name under `prompt` in `messages.yaml`, and what fills it. */
export interface ChoiceReason {
  readonly name:
    | 'because-run-alone'
    | 'because-run-culture'
    | 'because-words'
    | 'because-question'
    | 'because-views'
    | 'because-feeling'
    | 'because-actions'
    | 'because-topic'
    | 'because-group'
    | 'because-less'
    | 'because-finding'
    | 'because-culture'
    | 'because-passage'
    | 'because-stage'
    | 'because-kind'
    | 'because-any';
  /** The culture that it opens. */
  readonly opens: Culture;
  /** How many records of the run it speaks of. */
  readonly records: number;
  readonly stage: GroupStage | undefined;
}

/** What a prompt was chosen by. */
export interface ChoiceGrounds {
  readonly opens: readonly Culture[];
  readonly aspect: Aspect | undefined;
  readonly earlier: readonly EarlierRecord[];
  readonly quotes: boolean;
  readonly stage: GroupStage | undefined;
  /** Whether it answers a finding. */
  readonly isFinding: boolean;
  /** The balance of the record; left out: it isn't known. */
  readonly shares?: Profile['shares'] | undefined;
  /** What the record gives that speaks for a culture. */
  readonly reasons?: ReadonlyMap<Culture, ChoiceReason['name']> | undefined;
}

/** So many records of the run are looked back on, if there are at least so few. */
const mostRecords = 4;
const fewestRecords = 2;

/** A smaller share of a record is nothing. */
const nothing = 0.005;
/** From this share on it can't be said that something is hardly written about. */
const hardly = 0.1;

/** The reason that tells most. */
export function explainChoice(prompt: Prompt, grounds: ChoiceGrounds): ChoiceReason {
  const back = grounds.earlier.slice(-mostRecords);
  return {
    name: reasonName(prompt, grounds, back),
    opens: prompt.opens,
    records: back.length,
    stage: grounds.stage,
  };
}

function reasonName(
  prompt: Prompt,
  { opens, aspect, quotes, stage, isFinding, shares, reasons }: ChoiceGrounds,
  back: readonly EarlierRecord[],
): ChoiceReason['name'] {
  if (quotes) return 'because-words';
  if (back.length >= fewestRecords) {
    const alone = back.every(
      ({ observations }) =>
        !observations.some(
          ({ topic, passages }) => topic === 'community.shared-space' && passages.length > 0,
        ),
    );
    if (alone && prompt.rules.includes('no-shared-space')) return 'because-run-alone';
    if (
      opens.includes(prompt.opens) &&
      back.every(({ profile }) => profile.words > 0 && profile.shares[prompt.opens] < nothing)
    )
      return 'because-run-culture';
  }
  if (!isFinding && aspect === prompt.aspect) return 'because-passage';
  if (opens.includes(prompt.opens)) {
    const given = reasons?.get(prompt.opens);
    if (given !== undefined && (given !== 'because-actions' || prompt.needs === 'earlier-actions'))
      return given;
    if (shares === undefined || shares[prompt.opens] < hardly) return 'because-culture';
    return isFinding ? 'because-finding' : 'because-less';
  }
  if (stage !== undefined && prompt.stages.length < 5) return 'because-stage';
  if (aspect === prompt.aspect) return 'because-passage';
  return prompt.kinds.length === 1 ? 'because-kind' : 'because-any';
}
