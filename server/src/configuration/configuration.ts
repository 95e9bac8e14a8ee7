import type { CuePhrase } from '../culture/cue-file.ts';
import { defaultRuleSettings, type RuleSettings } from '../balance/run-rules.ts';

/** The name of the configuration file; the nearest one upwards wins whole (spec section 7). */
export const configurationFileName = '.supervision-lens.yaml';

/** What a configuration file says, checked. */
export interface Configuration {
  readonly rules: RuleSettings;
  /** The user's own cues: literal phrases. */
  readonly cues: readonly CuePhrase[];
}

/** No configuration file: everything at its default. */
export const defaultConfiguration: Configuration = { rules: defaultRuleSettings, cues: [] };
