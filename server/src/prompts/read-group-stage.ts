import { headerValue, type SupervisionRecord } from '../record/record.ts';
import { foldText } from '../text/words.ts';
import { stages, type GroupStage } from './prompt-bank.ts';
import type { Prompting } from './prompting.ts';

/** The stage that a group's header names; undefined where it names none. Never inferred (spec section 3). */
export function readGroupStage(
  record: SupervisionRecord,
  { stages: words }: Pick<Prompting, 'stages'>,
): GroupStage | undefined {
  if (record.recognition.kind !== 'group') return undefined;
  // "Stage:" in a header is a worker's in every other kind of record.
  const said = foldText(
    headerValue(record, 'group_stage')?.value ?? headerValue(record, 'role')?.value ?? '',
  );
  return stages.find((stage) => words[stage].includes(said));
}

/** How used to the work a header says somebody is; undefined where it doesn't. Never inferred. */
export function readReadiness(
  record: SupervisionRecord,
  { readiness }: Pick<Prompting, 'readiness'>,
): 'low' | 'high' | undefined {
  const said = foldText(headerValue(record, 'readiness')?.value ?? '');
  return (['low', 'high'] as const).find((level) => readiness[level].includes(said));
}
