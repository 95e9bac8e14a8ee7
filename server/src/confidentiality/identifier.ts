import type { Span } from '../text/span.ts';

/** What may tell who somebody is (spec section 8); each is the rule `identifier-<kind>`. */
export const identifierKinds = [
  'name',
  'date-of-birth',
  'postcode',
  'address',
  'phone',
  'email',
  'nhs-number',
  'ni-number',
  'case-number',
  'place',
] as const;

/** One of {@link identifierKinds}. */
export type IdentifierKind = (typeof identifierKinds)[number];

/** An identifier in a plain text: UTF-16 offsets into it, end exclusive. */
export interface FoundIdentifier extends Span {
  readonly kind: IdentifierKind;
}

/** Which person a name stands for in its record: the same for all mentions of one person. */
export interface NamedPerson {
  /** The folded name that mentions have in common; a given name where there is one. */
  readonly key: string;
  /** A title, a surname or more than one word: more than a first name by itself. */
  readonly full: boolean;
  /** The user's private file holds the name: it is a real one. */
  readonly inKey: boolean;
  /** What stands for the person, by the private file; undefined: it doesn't say, or several people share the name. */
  readonly called: string | undefined;
}

/** An identifier in a record. Its text is never to reach a message, a log or SARIF. */
export interface Identifier {
  readonly kind: IdentifierKind;
  /** Absolute, UTF-16. */
  readonly span: Span;
  /** As it stands in plain text. */
  readonly text: string;
  /** For names only. */
  readonly person: NamedPerson | undefined;
  /** A value of the header that names people: an identifier only for profiles that say so. */
  readonly inHeader: boolean;
}
