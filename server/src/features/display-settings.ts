/** Settings of the editor that concern what is shown, never what is found (spec section 7). */
export interface DisplaySettings {
  /** The reading in words above titles and headings. */
  readonly lens: boolean;
  /** What each passage is mostly about, in words behind it. */
  readonly inlayHints: boolean;
  /** How many findings are shown at a time; warnings about what can't be read always are. */
  readonly findingsShown: number;
  /** Files whose path matches one of these globs are always taken for records. */
  readonly recordPaths: readonly string[];
  /** Where tags, switches and the like are written: into the text, or into the file beside the record. */
  readonly marks: 'text' | 'sidecar';
}

/** What holds where the editor says nothing. */
export const defaultDisplaySettings: DisplaySettings = {
  lens: true,
  inlayHints: false,
  findingsShown: 3,
  recordPaths: [],
  marks: 'text',
};

/** Reads the editor's `supervisionLens` settings; anything that isn't as it should be has its default. */
export function readDisplaySettings(value: unknown): DisplaySettings {
  const at = (path: readonly string[]): unknown =>
    path.reduce<unknown>(
      (inner, key) =>
        typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>)[key] : undefined,
      value,
    );
  const lens = at(['lens', 'enabled']);
  const inlayHints = at(['inlayHints', 'enabled']);
  const shown = at(['findings', 'shown']);
  const paths = at(['records', 'paths']);
  return {
    lens: typeof lens === 'boolean' ? lens : defaultDisplaySettings.lens,
    inlayHints: typeof inlayHints === 'boolean' ? inlayHints : defaultDisplaySettings.inlayHints,
    findingsShown:
      typeof shown === 'number' && shown >= 0 ? Math.floor(shown) : defaultDisplaySettings.findingsShown,
    recordPaths: Array.isArray(paths) ? paths.filter((path) => typeof path === 'string') : [],
    marks: at(['marks']) === 'sidecar' ? 'sidecar' : 'text',
  };
}
