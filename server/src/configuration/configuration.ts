import type { CuePhrase } from '../culture/cue-file.ts';
import type { ConfiguredKey } from '../runs/run-key.ts';
import type { Nation } from '../standards/standards-book.ts';
import type { PseudonymKey } from '../confidentiality/key/pseudonym-key.ts';
import { defaultRuleSettings, type RuleSettings } from '../balance/judge-record.ts';

/** The name of the configuration file; the nearest one upwards wins whole (spec section 7). */
export const configurationFileName = '.supervision-lens.yaml';

/** What a configuration file says, checked. */
export interface Configuration {
  readonly rules: RuleSettings;
  /** The user's own cues: literal phrases. */
  readonly cues: readonly CuePhrase[];
  /** Whose run files are in, where neither header nor title says so; the first that matches counts. */
  readonly runs: readonly RunSetting[];
  /** The folder of the user's own templates, relative to the configuration file's folder; undefined: none. */
  readonly templates?: string;
  /** The id of a profile in `confidentiality.yaml`; undefined: the default one. */
  readonly confidentialityProfile?: string;
  /** Whose standards are offered; undefined: all. */
  readonly nation?: Nation;
  /** Who is who, from the private file: never in `.supervision-lens.yaml`, and never written anywhere. */
  readonly key?: PseudonymKey;
}

/** Files that belong to one person's or one team's run. */
export interface RunSetting extends ConfiguredKey {
  /** A path pattern relative to the configuration file's folder. */
  readonly files: string;
}

/** No configuration file: everything at its default. */
export const defaultConfiguration: Configuration = { rules: defaultRuleSettings, cues: [], runs: [] };
