import type { SupervisionRecord } from '../record/record.ts';
import type { Aspect, Culture } from '../terms/cultures.ts';
import type { Prompt } from './prompt-bank.ts';

/** What a prompt should answer. */
export interface PromptNeed {
  readonly record: SupervisionRecord;
  /** The rule whose finding it answers; undefined: no finding, the writer just wants a prompt. */
  readonly rule: string | undefined;
  /** Cultures to make room for, the most wanted first. */
  readonly opens: readonly Culture[];
  /** What the passage at hand speaks to. */
  readonly aspect: Aspect | undefined;
}

/** A prompt with the reason for which it was chosen: a name under `prompt` in `messages.yaml`. */
export interface ChosenPrompt {
  readonly prompt: Prompt;
  readonly because: 'because-culture' | 'because-kind' | 'because-passage' | 'because-any';
}

/**
 * All prompts that fit, the best first. Deterministic: the same record and need give the same order; equals
 * are put in an order of their own for each record, so that not every note gets the same prompt. Prompts
 * that stand in the record already are left out, and those of high exposure come last.
 */
export function choosePrompts(bank: readonly Prompt[], need: PromptNeed): ChosenPrompt[] {
  const { record, rule, opens, aspect } = need;
  const { kind, subtype } = record.recognition;
  const given = new Set(record.prompts.map(({ id }) => id));
  const seed = record.header.find(({ key }) => key === 'date')?.value ?? record.sections[0]?.title ?? '';
  const scored: { chosen: ChosenPrompt; score: number; order: number }[] = [];
  for (const prompt of bank) {
    if (given.has(prompt.id)) continue;
    if (kind !== 'unknown' && !prompt.kinds.includes(kind)) continue;
    if (rule !== undefined && !prompt.rules.includes(rule)) continue;
    const wanted = opens.indexOf(prompt.opens);
    // With nobody to ask but the people of a group, a prompt for one person misses.
    const misses = kind === 'group' && prompt.for !== 'group' && prompt.for !== 'supervisor';
    const score =
      (wanted === -1 ? 0 : 4 - wanted) +
      (aspect !== undefined && prompt.aspect === aspect ? 1 : 0) +
      (prompt.exposure === 'low' ? 1 : prompt.exposure === 'high' ? -8 : 0) +
      (prompt.readiness === 'any' ? 0.5 : 0) +
      (prompt.stages.length === 5 ? 0.5 : 0) +
      (subtype === 'business' && prompt.form === 'agenda-item' ? 1 : 0) -
      (misses ? 3 : 0);
    const because =
      wanted >= 0
        ? 'because-culture'
        : aspect === prompt.aspect
          ? 'because-passage'
          : prompt.kinds.length === 1
            ? 'because-kind'
            : 'because-any';
    scored.push({ chosen: { prompt, because }, score, order: mix(`${seed}/${prompt.id}`) });
  }
  scored.sort(
    (a, b) => b.score - a.score || a.order - b.order || (a.chosen.prompt.id < b.chosen.prompt.id ? -1 : 1),
  );
  return alternate(
    scored.map(({ chosen }) => chosen),
    opens,
  );
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
  const mild = turns.filter(({ prompt }) => prompt.exposure !== 'high');
  return [...mild, ...rest, ...turns.filter(({ prompt }) => prompt.exposure === 'high')];
}

/** FNV-1a over UTF-16 units: a fixed, even shuffle. */
function mix(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  return hash;
}
