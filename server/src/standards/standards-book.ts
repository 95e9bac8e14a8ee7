import * as z from 'zod/mini';

/** `server/data/standards.yaml`: what each nation's social workers map their learning to. */
export const standardsSchema = z.array(
  z.strictObject({
    /** What its tags start with. */
    prefix: z.string().check(z.regex(/^[a-z]+$/)),
    name: z.string(),
    nations: z.array(z.enum(['england', 'scotland', 'wales', 'northern-ireland'])).check(z.minLength(1)),
    /** What is to be known before it is used, such as that it is judged as a whole. */
    note: z.string(),
    items: z
      .array(z.strictObject({ code: z.string().check(z.regex(/^\d+(?:\.\d+)*$/)), title: z.string() }))
      .check(z.minLength(1)),
  }),
);

/** The checked data. */
export type StandardsData = z.infer<typeof standardsSchema>;

/** One set of standards. */
export type StandardSet = StandardsData[number];

/** The nations that have sets of their own, as the configuration names them. */
export const nations = ['england', 'scotland', 'wales', 'northern-ireland'] as const;

/** One of {@link nations}. */
export type Nation = (typeof nations)[number];

/** One standard, and the set that it is of. */
export interface Standard {
  /** Its tag without `#`: "pcf6". */
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly set: StandardSet;
}

/** All standards, ready for looking up. */
export interface StandardsBook {
  readonly sets: readonly StandardSet[];
  /** By tag without `#`, in any case; undefined: no standard is called that. */
  find: (id: string) => Standard | undefined;
  /** The standards of a nation, or of all nations, in the order of the data. */
  of: (nation: Nation | undefined) => readonly Standard[];
}

/**
 * Makes the book.
 * @throws Error where two standards have the same tag.
 */
export function createStandardsBook(sets: StandardsData): StandardsBook {
  const all = sets.flatMap((set) =>
    set.items.map(({ code, title }) => ({ id: `${set.prefix}${code}`, code, title, set })),
  );
  const byId = new Map(all.map((standard) => [standard.id, standard]));
  if (byId.size !== all.length) throw new Error('Data: standards: two have the same tag');
  return {
    sets,
    find: (id) => byId.get(id.toLowerCase()),
    of: (nation) => (nation === undefined ? all : all.filter(({ set }) => set.nations.includes(nation))),
  };
}
