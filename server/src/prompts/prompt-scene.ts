import type { SignList, SignPhrases } from '../balance/sign-phrases.ts';
import type { SupervisionRecord } from '../record/record.ts';
import { asksQuestion } from './asks-question.ts';
import type { EarlierRecord } from './earlier-record.ts';

/** What a prompt may take for granted and a record may not hold: `needs` in `prompts.yaml`. */
export const scenes = [
  'earlier-actions',
  'gap',
  'training',
  'praise',
  'decision',
  'feeling',
  'power',
  'actions',
  'shift',
  'visit',
  'question',
  'loss',
] as const;

/** One of {@link scenes}. */
export type PromptScene = (typeof scenes)[number];

/** What a rule that has fired may have found in the record; the first is what it is about. */
const foundBy: Readonly<Partial<Record<string, readonly PromptScene[]>>> = {
  'session-gap': ['gap'],
  'actions-not-reviewed': ['earlier-actions'],
  'prescribed-learning': ['training'],
  'emotion-unexplored': ['feeling', 'loss'],
  'power-unexamined': ['power'],
  'decision-without-reason': ['decision'],
  'one-owner': ['actions'],
  'action-incomplete': ['actions'],
};

/** The phrases that show a scene, and the canonical section that is one. */
const shownBy: Readonly<
  Record<PromptScene, { readonly lists: readonly SignList[]; readonly section?: string }>
> = {
  'earlier-actions': { lists: ['scene-earlier-actions'], section: 'previous_actions' },
  gap: { lists: ['scene-gap'] },
  training: { lists: ['scene-training', 'learning-assigned', 'learning-chosen'] },
  praise: { lists: ['scene-praise'] },
  decision: { lists: ['decision', 'quotable'], section: 'decisions' },
  feeling: { lists: ['feeling'] },
  power: { lists: ['exclusion'] },
  actions: { lists: [], section: 'actions' },
  shift: { lists: ['scene-shift'] },
  visit: { lists: ['scene-visit'] },
  question: { lists: ['review-doubt', 'review-dilemma'] },
  loss: { lists: ['scene-death', 'scene-removal'] },
};

/** The scenes of a record, each looked for once. */
export function createSceneReader(
  { passages, sections, actions, recognition }: SupervisionRecord,
  earlier: readonly EarlierRecord[],
  signs: SignPhrases,
): (scene: PromptScene) => boolean {
  const has = (list: SignList): boolean => passages.some((passage) => signs.has(list, passage));
  // A shift told of further down may be anybody's; a log that is handed over says so at its top.
  const isShiftLog = (): boolean =>
    [sections[0]?.title ?? '', passages[0]?.plain.text ?? ''].some(
      (text) => signs.findInText('scene-shift', text).length > 0,
    );
  const known = new Map<PromptScene, boolean>();
  const read = (scene: PromptScene): boolean => {
    const { lists, section } = shownBy[scene];
    if (scene === 'earlier-actions' && (earlier.at(-1)?.openActions.length ?? 0) > 0) return true;
    if (scene === 'actions' && actions.length > 0) return true;
    if (scene === 'question' && passages.some(asksQuestion)) return true;
    // A debrief is held because something happened.
    if ((scene === 'loss' || scene === 'feeling') && recognition.subtype === 'debrief') return true;
    if (scene === 'shift') return recognition.kind === 'log' && isShiftLog();
    return (section !== undefined && sections.some(({ key }) => key === section)) || lists.some(has);
  };
  return (scene) => {
    const found = known.get(scene) ?? read(scene);
    known.set(scene, found);
    return found;
  };
}

/**
 * Whether the scene that a prompt takes for granted is there: what it needs, which the finding of `rule` may itself
 * have shown; with no finding, also what at least one of the rules that it answers is about.
 */
export function fitsScene(
  prompt: { readonly rules: readonly string[]; readonly needs?: PromptScene | undefined },
  rule: string | undefined,
  hasScene: (scene: PromptScene) => boolean,
): boolean {
  const { needs, rules } = prompt;
  if (
    needs !== undefined &&
    (rule === undefined || foundBy[rule]?.includes(needs) !== true) &&
    !hasScene(needs)
  )
    return false;
  if (rule !== undefined) return true;
  return rules.some((each) => {
    const [about] = foundBy[each] ?? [];
    return about === undefined || hasScene(about);
  });
}
