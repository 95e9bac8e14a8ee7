import type { RunRule } from '../run-rule.ts';
import { actionsNotReviewed } from './actions-not-reviewed.ts';
import { cultureAbsentInRun } from './culture-absent-in-run.ts';
import { managedRun } from './managed-run.ts';
import { noSharedSpace } from './no-shared-space.ts';
import { sessionGap } from './session-gap.ts';

/** All rules on runs, the most useful first. */
export const runRules: readonly RunRule[] = [
  actionsNotReviewed,
  managedRun,
  cultureAbsentInRun,
  noSharedSpace,
  sessionGap,
];
