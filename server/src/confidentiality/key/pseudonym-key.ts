/** The name of the file in which alone real names stand (spec section 7); the nearest one upwards holds. */
export const privateFileName = '.supervision-lens.private.yaml';

/** Somebody whose real names the private file holds. */
export interface KeyedPerson {
  /** As they are written in the file; at least one. */
  readonly names: readonly string[];
  /** What stands for the person in records: a pseudonym, an initial, a role. */
  readonly called: string;
  /** What else has stood for the person. */
  readonly also: readonly string[];
}

/**
 * Who is who, from the private file. The people are behind a function, so that nothing that writes objects out
 * (JSON, a structured clone, the message of an assertion) can write a name.
 */
export interface PseudonymKey {
  /** The address or path of its file, which is no secret. */
  readonly source: string;
  readonly people: () => readonly KeyedPerson[];
}

/** Puts people behind a key. */
export function createPseudonymKey(source: string, people: readonly KeyedPerson[]): PseudonymKey {
  return { source, people: () => people };
}

/** One key with the people of several; undefined where there is none. */
export function mergeKeys(keys: readonly PseudonymKey[]): PseudonymKey | undefined {
  const [first] = keys;
  if (first === undefined || keys.length === 1) return first;
  return createPseudonymKey(
    keys.map(({ source }) => source).join('\n'),
    keys.flatMap((key) => key.people()),
  );
}

/** Whether something that stands for a person can be told from ordinary words: a role in lower case can't. */
export function isTelling(form: string): boolean {
  return /^\p{Lu}/u.test(form);
}
