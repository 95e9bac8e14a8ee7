import * as z from 'zod/mini';
import { groupSubtypes } from '../terms/kinds.ts';
import { rememberRecent } from '../text/remember-recent.ts';
import { foldText } from '../text/words.ts';

/*
 * The words by which records are read, as data: kinds and their names, header fields, sections, voices,
 * actions, limits. The schema of each data file stands here, beside the code that it serves.
 */

const phrase = z.string().check(z.minLength(1));
const phrases = z.array(phrase).check(z.minLength(1));
const namedKind = z.enum(['supervision', 'group', 'log', 'journal']);

/** `server/data/kinds.yaml`. */
export const kindsSchema = z.strictObject({
  names: z.array(
    z.strictObject({
      kind: namedKind,
      subtype: z.optional(z.enum(groupSubtypes)),
      strength: z.enum(['strong', 'weak']),
      names: phrases,
    }),
  ),
  exceptions: phrases,
  refining_fields: phrases,
  content: z.strictObject({
    needed: z.number().check(z.positive()),
    kinds: z.array(
      z.strictObject({
        kind: namedKind,
        first_person: z.number().check(z.minimum(0), z.maximum(1)),
        first_person_points: z.number().check(z.minimum(0)),
        phrases: z.array(z.strictObject({ points: z.number().check(z.positive()), texts: phrases })),
      }),
    ),
  }),
});

/** `server/data/header-fields.yaml`. */
export const headerFieldsSchema = z.array(
  z.strictObject({ key: phrase, value: z.enum(['date', 'text', 'people', 'limit']), labels: phrases }),
);

const prior = z.enum(['professional', 'managed', 'humanistic', 'democratic']);

/** `server/data/sections.yaml`. */
export const sectionsSchema = z.array(
  z.strictObject({ key: phrase, prior: z.array(prior), headings: phrases }),
);

/** Who speaks or is reported in a passage (spec section 1). */
export const voices = ['supervisor', 'worker', 'person', 'peer', 'manager', 'other'] as const;

/** One of {@link voices}; `worker` is the worker or student, `person` a person served or carer. */
export type Voice = (typeof voices)[number];

/** `server/data/voices.yaml`. */
export const voicesSchema = z.strictObject({
  roles: z.array(z.strictObject({ voice: z.enum(voices), nouns: phrases })),
  speech: phrases,
  third_person: phrases,
});

/** `server/data/actions.yaml`. */
export const actionsSchema = z.strictObject({
  labels: phrases,
  columns: z.strictObject({ action: phrases, task: phrases, owner: phrases, due: phrases, done: phrases }),
  own_words: phrases,
  own_mentions: phrases,
  owner_headings: phrases,
  shared_owners: phrases,
  role_owners: phrases,
  owner_verbs: phrases,
  done_states: phrases,
  dropped_states: phrases,
  open_ended: phrases,
  relative: phrases,
  due_words: phrases,
  not_names: phrases,
  not_actions: phrases,
  booked_meetings: phrases,
});

/** `server/data/limits.yaml`. */
export const limitsSchema = z.strictObject({
  no_limit: z.array(z.string()),
  limiting: phrases,
  headings: phrases,
});

/** All words by which records are read. */
export const vocabularySchema = z.strictObject({
  kinds: kindsSchema,
  headerFields: headerFieldsSchema,
  sections: sectionsSchema,
  voices: voicesSchema,
  actions: actionsSchema,
  limits: limitsSchema,
});

/** The checked data behind a {@link Vocabulary}. */
export type VocabularyData = z.infer<typeof vocabularySchema>;

/** A header field: its canonical key and what sort of value it has. */
export interface HeaderField {
  readonly key: string;
  readonly value: 'date' | 'text' | 'people' | 'limit';
}

/** The data with look-ups made once. */
export interface Vocabulary {
  readonly data: VocabularyData;
  /** The field that a label names, or undefined. */
  headerField: (label: string) => HeaderField | undefined;
  /** The canonical section that a heading names, or undefined. */
  section: (heading: string) => string | undefined;
}

/** So many headings' sections are remembered. */
const headingsRemembered = 2000;

/** Makes the look-ups. */
export function createVocabulary(data: VocabularyData): Vocabulary {
  const fields = new Map<string, HeaderField>();
  for (const { key, value, labels } of data.headerFields) {
    for (const label of [key, ...labels]) fields.set(foldLabel(label), { key, value });
  }
  const sections = new Map<string, string>();
  for (const { key, headings } of data.sections) {
    for (const heading of headings)
      if (!sections.has(foldHeading(heading))) sections.set(foldHeading(heading), key);
  }
  const long = [...sections.keys()].filter((name) => name.includes(' ')).sort((a, b) => b.length - a.length);
  const nameSection = (heading: string): string | undefined => {
    const folded = foldHeading(heading);
    const exact = sections.get(folded) ?? sections.get(foldHeading(heading.replace(/\([^()]*\)/g, ' ')));
    if (exact !== undefined) return exact;
    // "In T.'s words": the person's own section, whoever the person is.
    if (/^in \S+(?: \S+)? words$/.test(folded)) return 'own_words';
    const name = long.find((each) => folded.startsWith(`${each} `) || folded.endsWith(` ${each}`));
    return name === undefined ? undefined : sections.get(name);
  };
  const remembered = rememberRecent(headingsRemembered, (heading) => ({ key: nameSection(heading) }));
  return {
    data,
    headerField: (label) => fields.get(foldLabel(label)),
    section: (heading) => remembered(heading).key,
  };
}

function foldLabel(label: string): string {
  return foldText(
    label
      .replace(/\([^()]*\)/g, ' ')
      .replace(/[_-]/g, ' ')
      .replace(/(?<![:*.])[:*.]+\s*$/, ''),
  );
}

/** Numbering ("3.", "Part B:", "Section 2 –") and closing punctuation don't name a section. */
function foldHeading(heading: string): string {
  const unnumbered = foldText(heading).replace(
    /^(?:(?:section|part|item)\s+)?(?:\d+(?:\.\d+)*|[a-z](?=[.):]))\s*[.):–-]*\s*/,
    '',
  );
  return unnumbered.replace(/[^\p{L}\p{N}'/]+/gu, ' ').trim();
}
