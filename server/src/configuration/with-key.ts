import type { PseudonymKey } from '../confidentiality/key/pseudonym-key.ts';
import type { Configuration } from './configuration.ts';

const made = new WeakMap<Configuration, WeakMap<PseudonymKey, Configuration>>();

/** A configuration with the key of the private file; the same object for the same two, so that readers are made once. */
export function withKey(configuration: Configuration, key: PseudonymKey | undefined): Configuration {
  if (key === undefined) return configuration;
  const byKey = made.get(configuration) ?? new WeakMap<PseudonymKey, Configuration>();
  made.set(configuration, byKey);
  const keyed = byKey.get(key) ?? { ...configuration, key };
  byKey.set(key, keyed);
  return keyed;
}
