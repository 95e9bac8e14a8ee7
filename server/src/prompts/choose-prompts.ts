import type { Messages } from '../balance/messages.ts';
import type { Profile } from '../balance/profile.ts';
import type { SignPhrases } from '../balance/sign-phrases.ts';
import { headerValue, type Passage, type SupervisionRecord } from '../record/record.ts';
import type { Aspect, Culture } from '../terms/cultures.ts';
import type { EarlierRecord } from './earlier-record.ts';
import { fillPrompt } from './fill-prompt.ts';
import { fitsRecord, type PromptCircumstances } from './fits-record.ts';
import type { Prompt } from './prompt-bank.ts';
import { explainChoice, type ChoiceReason } from './explain-choice.ts';
import { mayAllGoToGroup } from './may-go-to-group.ts';
import type { Prompting } from './prompting.ts';
import { createQuoteWords } from './quote-words.ts';
import { readAbsent } from './read-absent.ts';
import { createSceneReader } from './prompt-scene.ts';
import { readGroupStage, readReadiness } from './read-group-stage.ts';
import { withholdsPrompts } from './withhold-prompts.ts';

/** What choosing goes by. */
export interface PromptKnowledge {
  readonly prompts: readonly Prompt[];
  readonly prompting: Prompting;
  readonly signs: SignPhrases;
  readonly messages: Messages;
}

/** What a prompt should answer. */
export interface PromptNeed {
  readonly record: SupervisionRecord;
  /** The rule whose finding it answers; undefined: no finding, the writer just wants a prompt. */
  readonly rule: string | undefined;
  /** Cultures to make room for, the most wanted first. */
  readonly opens: readonly Culture[];
  /** The passage at hand, and what it speaks to. */
  readonly passage?: Passage | undefined;
  readonly aspect: Aspect | undefined;
  /** The records of its run before this one, the oldest first; left out: none are known. */
  readonly earlier?: readonly EarlierRecord[] | undefined;
  /** The balance of the record, for the reason that is given; left out: it isn't known. */
  readonly shares?: Profile['shares'] | undefined;
  /** What the record gives that speaks for a culture; see `wanted-prompts.ts`. */
  readonly reasons?: ReadonlyMap<Culture, ChoiceReason['name']> | undefined;
  /** The writer asked to see them all: those of high exposure too, where the group is settled. */
  readonly all?: boolean;
}

/** A prompt with its words as they are inserted, and why it was chosen. */
export interface ChosenPrompt {
  readonly prompt: Prompt;
  readonly text: string;
  readonly because: ChoiceReason;
  /** The passage whose words it takes up: it then belongs behind that. */
  readonly passage: Passage | undefined;
}

/** What the run was given in so many records before isn't given again. */
const lately = 2;

/**
 * All prompts that fit, the best first. Deterministic: the same record and need give the same order; equals
 * are put in an order of their own for each record, so that not every note gets the same prompt. In some records this is
 * no moment for any: see `withhold-prompts.ts`.
 */
export function choosePrompts(knowledge: PromptKnowledge, need: PromptNeed): ChosenPrompt[] {
  const { signs } = knowledge;
  const { record, rule, opens, aspect, earlier = [] } = need;
  const { kind, subtype } = record.recognition;
  if (rule === 'fair-process' || withholdsPrompts(record, signs)) return [];
  let mayGo: boolean | undefined;
  const hasScene = createSceneReader(record, earlier, signs);
  const circumstances: PromptCircumstances = {
    rule,
    passage: need.passage,
    stage: readGroupStage(record, knowledge.prompting),
    readiness: readReadiness(record, knowledge.prompting),
    all: need.all === true,
    absent: readAbsent(record, signs),
    hasScene,
    tellsOfLoss: hasScene('loss'),
    signs,
    mayAllGoToGroup: () => (mayGo ??= mayAllGoToGroup(record, signs)),
  };
  const idsOf = (records: readonly Pick<EarlierRecord, 'prompts'>[]): Set<string> =>
    new Set(records.flatMap(({ prompts }) => prompts.map(({ id }) => id)));
  const given = idsOf([record, ...earlier.slice(-lately)]);
  const before = idsOf(earlier.slice(0, -lately));
  const seed = headerValue(record, 'date')?.value ?? record.sections[0]?.title ?? '';
  const quoted = findQuotation(knowledge, need);
  const unquoted = new Map<Prompt, ChosenPrompt>();
  const scored: { chosen: ChosenPrompt; score: number; order: number }[] = [];
  for (const prompt of knowledge.prompts) {
    if (given.has(prompt.id) || !fitsRecord(prompt, record, circumstances)) continue;
    const taken = prompt.with_words === undefined ? undefined : quoted;
    const wanted = opens.indexOf(prompt.opens);
    // With nobody to ask but the people of a group, a prompt for one person misses.
    const misses = kind === 'group' && prompt.for !== 'group' && prompt.for !== 'supervisor';
    const explain = (quotes: boolean): ChoiceReason =>
      explainChoice(prompt, {
        opens,
        aspect,
        earlier,
        quotes,
        stage: circumstances.stage,
        isFinding: rule !== undefined,
        shares: need.shares,
        reasons: need.reasons,
      });
    const because = explain(taken !== undefined);
    const score =
      (wanted === -1 ? 0 : 4 - wanted) +
      (aspect !== undefined && prompt.aspect === aspect ? (rule === undefined ? 2 : 1) : 0) +
      (taken === undefined ? 0 : taken.passage === need.passage ? 1.5 : 0.5) +
      (because.name.startsWith('because-run') ? 1 : 0) +
      (prompt.exposure === 'low' ? 1 : prompt.exposure === 'high' ? -8 : 0) +
      (prompt.readiness === 'any' ? (circumstances.readiness === undefined ? 0.5 : 0) : 0.25) +
      (prompt.stages.length === 5 ? 0.5 : circumstances.stage === undefined ? -1 : 1) +
      (prompt.needs === 'shift' ? 2 : 0) +
      (prompt.needs === 'loss' || because.name === 'because-actions' ? 1 : 0) +
      (subtype === 'business' && prompt.form === 'agenda-item' ? 1 : 0) -
      (misses ? 3 : 0) -
      (before.has(prompt.id) ? 2 : 0);
    const fill = (words: string | undefined): string => fillPrompt(prompt, record, words, knowledge.messages);
    if (taken !== undefined)
      unquoted.set(prompt, { prompt, text: fill(undefined), because: explain(false), passage: undefined });
    scored.push({
      chosen: { prompt, text: fill(taken?.words), because, passage: taken?.passage },
      score,
      order: mix(`${seed}/${prompt.id}`),
    });
  }
  scored.sort(
    (a, b) => b.score - a.score || a.order - b.order || (a.chosen.prompt.id < b.chosen.prompt.id ? -1 : 1),
  );
  const turns = alternate(
    scored.map(({ chosen }) => chosen),
    opens,
  );
  const ordered = rule === 'power-unexamined' ? authorityFirst(turns) : turns;
  // The same words taken up time after time would be a quarrel: the first does, the rest have their own.
  const first = ordered.find(({ prompt }) => unquoted.has(prompt));
  return ordered.map((each) => (each === first ? each : (unquoted.get(each.prompt) ?? each)));
}

/** Words of the passage at hand; where there is none, of the first passage that has a decision to quote. */
function findQuotation(
  { prompting, signs }: PromptKnowledge,
  { record, passage }: PromptNeed,
): { readonly words: string; readonly passage: Passage } | undefined {
  const quoteWords = createQuoteWords(prompting, signs);
  const decisions = (): Passage[] => record.passages.filter((each) => signs.has('decision', each));
  for (const each of passage === undefined ? decisions() : [passage]) {
    const words = quoteWords(record, each);
    if (words !== undefined) return { words, passage: each };
  }
  return undefined;
}

/** Among the first prompts each wanted culture gets its turn, so that the writer has a choice. */
function alternate(chosen: readonly ChosenPrompt[], opens: readonly Culture[]): ChosenPrompt[] {
  const queues = opens.map((culture) => chosen.filter(({ prompt }) => prompt.opens === culture));
  const rest = chosen.filter(({ prompt }) => !opens.includes(prompt.opens));
  const turns: ChosenPrompt[] = [];
  for (let turn = 0; queues.some((queue) => queue.length > turn); turn++) {
    for (const queue of queues) {
      const next = queue[turn];
      if (next !== undefined) turns.push(next);
    }
  }
  const isHigh = ({ prompt }: ChosenPrompt): boolean => prompt.exposure === 'high';
  return [...turns.filter((each) => !isHigh(each)), ...rest, ...turns.filter(isHigh)];
}

/** Whoever holds authority is asked first. */
function authorityFirst(chosen: readonly ChosenPrompt[]): ChosenPrompt[] {
  const isFirst = ({ prompt }: ChosenPrompt): boolean => prompt.for === 'supervisor';
  return [...chosen.filter(isFirst), ...chosen.filter((each) => !isFirst(each))];
}

/** FNV-1a over UTF-16 units: a fixed, even shuffle. */
function mix(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  return hash;
}
