import type { MarkedCulture, PassageArguments } from '../../../server/src/protocol.ts';
import { readPlace, readUri, type Place } from './command-arguments.ts';

/** What a passage can be said to be, or that its tag is to go. */
export type PassageLabel = NonNullable<PassageArguments['label']>;

const labels: readonly PassageLabel[] = [
  'managed',
  'professional',
  'humanistic',
  'democratic',
  'none',
  'untag',
] satisfies readonly (MarkedCulture | 'none' | 'untag')[];

/** The passage that a command is about, and what it's said to be. */
export interface PassageTarget {
  readonly uri: string;
  readonly position: Place;
  readonly label: PassageLabel | undefined;
}

/**
 * Reads what a command on a passage was called with: by a link with all of it, by a key with a label at most. What
 * is left out is taken from the cursor. Undefined where there is neither.
 */
export function readPassageTarget(
  value: unknown,
  cursor: { readonly uri: string; readonly position: Place } | undefined,
): PassageTarget | undefined {
  const given = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  const label = labels.find((each) => each === given['label']);
  const uri = readUri(given['uri']);
  const position = readPlace(given['position']);
  if (uri !== undefined && position !== undefined) return { uri, position, label };
  return cursor === undefined ? undefined : { ...cursor, label };
}
