import * as z from 'zod/mini';
import { aspects, cultures, type Aspect, type Culture } from '../terms/cultures.ts';

const phrases = z.array(z.string().check(z.minLength(1))).check(z.minLength(1));

/** The schema of `server/data/cues.yaml` once parsed: the cue lexicon as people review it. */
const cueFileSchema = z.strictObject({
  version: z.literal(1),
  groups: z.array(
    z.strictObject({
      culture: z.enum(cultures),
      aspect: z.enum(aspects),
      note: z.optional(z.string()),
      phrases,
    }),
  ),
  neutral: phrases,
  registers: z.strictObject({ self: phrases, us: phrases, them: phrases, demand: phrases }),
});

/** A phrase that speaks for a culture. */
export interface CuePhrase {
  /** One or more words; a trailing `*` on a word lets it go on. Compared without regard to case. */
  readonly phrase: string;
  readonly culture: Culture;
  /** The row of Table 1 that the phrase speaks to; undefined for a user's own phrases. */
  readonly aspect: Aspect | undefined;
}

/** Closed classes of words whose rate tells how a passage speaks: of oneself, of us, of others, in demands. */
export const registers = ['self', 'us', 'them', 'demand'] as const;

/** One of {@link registers}. */
export type Register = (typeof registers)[number];

/** The cue lexicon as data. */
export interface CueFile {
  readonly phrases: readonly CuePhrase[];
  /** Phrases of passages that speak for no culture: empty answers, rooms and times of the meeting. */
  readonly neutral: readonly string[];
  readonly registers: Readonly<Record<Register, readonly string[]>>;
}

/**
 * Checks a parsed `cues.yaml` and flattens its groups.
 * @throws Error that names the first place at fault.
 */
export function parseCueFile(value: unknown): CueFile {
  const result = z.safeParse(cueFileSchema, value);
  if (!result.success) {
    const [issue] = result.error.issues;
    throw new Error(`Cue lexicon: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not valid'}`);
  }
  const { groups, neutral, registers: words } = result.data;
  const flat = groups.flatMap(({ culture, aspect, phrases: listed }) =>
    listed.map((phrase) => ({ phrase, culture, aspect })),
  );
  return { phrases: flat, neutral, registers: words };
}
