import type { SignPhrases } from '../balance/sign-phrases.ts';
import type { Passage, SupervisionRecord } from '../record/record.ts';
import type { GroupStage, Prompt } from './prompt-bank.ts';
import type { Absent } from './read-absent.ts';
import { fitsScene, type PromptScene } from './prompt-scene.ts';

/** What besides its record decides whether a prompt may be offered. */
export interface PromptCircumstances {
  /** The rule whose finding it answers. */
  readonly rule: string | undefined;
  readonly passage: Passage | undefined;
  /** As the header says; undefined: it doesn't. */
  readonly stage: GroupStage | undefined;
  readonly readiness: 'low' | 'high' | undefined;
  /** The writer asked to see all of them. */
  readonly all: boolean;
  /** Whom the record isn't read by. */
  readonly absent: Absent | undefined;
  /** Whether the record, or its run, holds what a prompt may take for granted. */
  readonly hasScene: (scene: PromptScene) => boolean;
  /** Whether the record tells of a death, or of a child taken from home. */
  readonly tellsOfLoss: boolean;
  readonly signs: SignPhrases;
  /** Whether all that it tells might be told to a group: see `may-go-to-group.ts`. */
  readonly mayAllGoToGroup: () => boolean;
}

/**
 * Whether a prompt may be offered: kind, rule, scene, for whom, exposure, stage and readiness. High exposure is never offered
 * unasked, and never to a group that may be new or unsettled.
 */
export function fitsRecord(
  prompt: Prompt,
  record: SupervisionRecord,
  circumstances: PromptCircumstances,
): boolean {
  const { rule, passage, stage, readiness, all, absent, hasScene, tellsOfLoss, signs } = circumstances;
  const { kind } = record.recognition;
  if (kind !== 'unknown' && !prompt.kinds.includes(kind)) return false;
  if (rule !== undefined && !prompt.rules.includes(rule)) return false;
  if (prompt.for === absent) return false;
  if (!all && !fitsScene(prompt, rule, hasScene)) return false;
  if (prompt.unless === 'loss' && tellsOfLoss) return false;
  if (prompt.to_group === true && !circumstances.mayAllGoToGroup()) return false;
  if (readiness !== undefined && prompt.readiness !== 'any' && prompt.readiness !== readiness) return false;
  if (stage !== undefined && !prompt.stages.includes(stage)) return false;
  // Said of an ending, a beginning or a quarrel that there may not be.
  if (kind === 'group' && stage === undefined && isForOneStage(prompt) && !all) return false;
  if (prompt.exposure === 'high' && !(all && isSettled(kind, stage))) return false;
  if (prompt.for === 'student-and-educator' && kind === 'supervision' && !isPlacement(record, signs))
    return false;
  // A handover is written by one person, and read by whoever comes on next.
  if (prompt.for !== 'student' && hasScene('shift') && !isPlacement(record, signs)) return false;
  // Nobody is asked about what was done to them.
  const isStudents = prompt.for === 'student' || prompt.for === 'both';
  return !(rule === 'power-unexamined' && isStudents && passage !== undefined && isOwn(passage, signs));
}

function isForOneStage({ stages }: Prompt): boolean {
  return stages.length === 1 && stages[0] !== 'performing';
}

function isSettled(kind: string, stage: GroupStage | undefined): boolean {
  return kind !== 'group' || stage === 'norming' || stage === 'performing' || stage === 'ending';
}

/** The supervisee is a student: the header or the title says so. */
function isPlacement({ header, sections, text }: SupervisionRecord, signs: SignPhrases): boolean {
  if (header.some(({ key }) => key === 'placement' || key === 'tutor')) return true;
  const told = header.flatMap(({ keySpan, value }) => [text.slice(keySpan.start, keySpan.end), value]);
  return [...told, sections[0]?.title ?? ''].some((each) => signs.findInText('placement', each).length > 0);
}

/** The passage tells of the writer. */
function isOwn(passage: Passage, signs: SignPhrases): boolean {
  return signs.has('first-person', passage) || signs.has('first-person-plural', passage);
}
