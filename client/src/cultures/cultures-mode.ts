/** Which passages are coloured and marked. */
export const culturesModes = ['off', 'tagged', 'all'] as const;

/** One of {@link culturesModes}. */
export type CulturesMode = (typeof culturesModes)[number];

/** What holds where the setting says nothing that is known. */
export const defaultCulturesMode: CulturesMode = 'tagged';

/** A mode from a setting's value. */
export function readCulturesMode(value: unknown): CulturesMode {
  return culturesModes.find((mode) => mode === value) ?? defaultCulturesMode;
}
