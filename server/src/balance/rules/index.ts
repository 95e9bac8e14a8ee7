import type { Rule } from '../rule.ts';
import { actionIncomplete } from './action-incomplete.ts';
import { commentUnclosed } from './comment-unclosed.ts';
import { frontMatterInvalid } from './front-matter-invalid.ts';
import { headerIncomplete } from './header-incomplete.ts';
import { individualCulturesOnly } from './individual-cultures-only.ts';
import { missingCulture } from './missing-culture.ts';
import { oneOwner } from './one-owner.ts';
import { purelyManaged } from './purely-managed.ts';
import { switchUnknown } from './switch-unknown.ts';
import { unknownTag } from './unknown-tag.ts';

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
  missingCulture,
  oneOwner,
  actionIncomplete,
  headerIncomplete,
];

/** Rules that don't look at records: their findings come from elsewhere, but they have ids, pages and settings. */
export const configurationRule = 'config-invalid';

/** The ids of all rules that can be named in switches and in the configuration. */
export const ruleIds: readonly string[] = [...rules.map(({ id }) => id), configurationRule];
