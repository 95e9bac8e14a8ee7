import * as z from 'zod/mini';
import { severities } from '../terms/severities.ts';

const words = z.array(z.string());
const severity = z.enum(['off', ...severities]);

/** `server/data/confidentiality.yaml`. */
export const confidentialitySchema = z.strictObject({
  titles: words,
  loose_titles: words,
  persons: words,
  before: words,
  lower_before: words,
  after: words,
  weak_after: words,
  place_prepositions: words,
  also_places: words,
  also_months: words,
  not_names: words,
  theorists: words,
  places: z.strictObject({ strong: words, weak: words, lower: words, leading: words }),
  streets: z.strictObject({ strong: words, weak: words }),
  generic_places: words,
  not_behind_names: words,
  case_words: words,
  case_words_loose: words,
  birth_words: words,
  statements: words,
  handed_in: words,
  handed_in_text: words,
  general_places: z.array(z.strictObject({ words, general: z.string() })),
  pseudonyms: words,
  profiles: z.array(
    z.strictObject({
      id: z.string(),
      header_people: z.boolean(),
      single_names: z.enum(['never', 'declared', 'always']),
      statement: z.enum(['never', 'handed_in', 'always']),
      rules: z.record(z.string(), severity),
    }),
  ),
  parts: z.strictObject({ case: words, personal: words, case_words: words, personal_words: words }),
});

/** What tells people and places in a record, and what programmes ask of it. */
export type ConfidentialityData = z.infer<typeof confidentialitySchema>;

/** What a programme or service asks (`domain.md` 2f). */
export type ConfidentialityProfile = ConfidentialityData['profiles'][number];

/** Names and words as the build packs them: folded, sorted, one a line. */
export const nameListsSchema = z.strictObject({
  given: z.string(),
  surnames: z.string(),
  /** Words of everyday English. */
  words: z.string(),
  /** Capitalised words that are no given names: places, peoples, brands. */
  proper: z.string(),
});

/** See {@link nameListsSchema}. */
export type NameLists = z.infer<typeof nameListsSchema>;
