import * as z from 'zod/mini';
import { aspects, cultures, type Aspect, type Culture } from './culture.ts';

/** The schema of `data/cues.yaml` once parsed: the cue lexicon as people review it. */
const cueFileSchema = z.strictObject({
  version: z.literal(1),
  groups: z.array(
    z.strictObject({
      culture: z.enum(cultures),
      aspect: z.enum(aspects),
      note: z.optional(z.string()),
      phrases: z.array(z.string().check(z.minLength(1))).check(z.minLength(1)),
    }),
  ),
});

/** A phrase that speaks for a culture. */
export interface CuePhrase {
  /** One or more words; a trailing `*` on a word lets it go on. Compared without regard to case. */
  readonly phrase: string;
  readonly culture: Culture;
  /** The row of Table 1 that the phrase speaks to; undefined for a user's own phrases. */
  readonly aspect: Aspect | undefined;
}

/**
 * Checks a parsed `cues.yaml` and flattens its groups.
 * @throws Error that names the first place at fault.
 */
export function parseCueFile(value: unknown): readonly CuePhrase[] {
  const result = z.safeParse(cueFileSchema, value);
  if (!result.success) {
    const issue = result.error.issues[0];
    throw new Error(`Cue lexicon: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not valid'}`);
  }
  return result.data.groups.flatMap(({ culture, aspect, phrases }) =>
    phrases.map((phrase) => ({ phrase, culture, aspect })),
  );
}
