import type { Rule } from '../rule.ts';
import { actionIncomplete } from './action-incomplete.ts';
import { commentUnclosed } from './comment-unclosed.ts';
import { confidentialityStatementMissing } from './confidentiality-statement-missing.ts';
import { decisionWithoutReason } from './decision-without-reason.ts';
import { dominantCulture } from './dominant-culture.ts';
import { emotionUnexplored } from './emotion-unexplored.ts';
import { fairProcess } from './fair-process.ts';
import { frontMatterInvalid } from './front-matter-invalid.ts';
import { headerIncomplete } from './header-incomplete.ts';
import { identifierRules } from './identifier-rules.ts';
import { individualCulturesOnly } from './individual-cultures-only.ts';
import { livedVoiceAbsent } from './lived-voice-absent.ts';
import { missingCulture } from './missing-culture.ts';
import { oneMoreQuestion } from './one-more-question.ts';
import { oneOwner } from './one-owner.ts';
import { oneVoice } from './one-voice.ts';
import { powerUnexamined } from './power-unexamined.ts';
import { prescribedLearning } from './prescribed-learning.ts';
import { pseudonymInconsistent } from './pseudonym-inconsistent.ts';
import { purelyManaged } from './purely-managed.ts';
import { switchUnknown } from './switch-unknown.ts';
import { tagDisagrees } from './tag-disagrees.ts';
import { unknownTag } from './unknown-tag.ts';
import { whatNotWhy } from './what-not-why.ts';
import { workerCommentMissing } from './worker-comment-missing.ts';

/**
 * All rules on one record, the most useful first: what can't be read, then balance, then housekeeping.
 * A rule sees which of those before it have found something.
 */
export const rules: readonly Rule[] = [
  frontMatterInvalid,
  commentUnclosed,
  unknownTag,
  switchUnknown,
  purelyManaged,
  individualCulturesOnly,
  dominantCulture,
  missingCulture,
  fairProcess,
  powerUnexamined,
  emotionUnexplored,
  livedVoiceAbsent,
  whatNotWhy,
  decisionWithoutReason,
  oneMoreQuestion,
  prescribedLearning,
  oneVoice,
  workerCommentMissing,
  ...identifierRules,
  pseudonymInconsistent,
  oneOwner,
  actionIncomplete,
  headerIncomplete,
  confidentialityStatementMissing,
  tagDisagrees,
];

/** Rules that don't look at records: their findings come from elsewhere, but they have ids, pages and settings. */
export const configurationRule = 'config-invalid';

/** The ids of the rules on runs, which come later (see `runs/rules/`), for switches and settings. */
export const runRuleIds = [
  'actions-not-reviewed',
  'managed-run',
  'culture-absent-in-run',
  'no-shared-space',
  'session-gap',
] as const;

/** The ids of all rules that can be named in switches and in the configuration. */
export const ruleIds: readonly string[] = [...rules.map(({ id }) => id), ...runRuleIds, configurationRule];
