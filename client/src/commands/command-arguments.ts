/*
 * What commands are called with. Code lenses, menus, keyboard shortcuts and other extensions call them, so
 * nothing is taken on trust.
 */

/** A place in a document, 0-based and in UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly character: number;
}

/** A document's address from a string, or from VS Code's `Uri` as menus give it; undefined where it's neither. */
export function readUri(value: unknown): string | undefined {
  if (typeof value === 'string' && value !== '') return value;
  const isUri = typeof value === 'object' && value !== null && 'scheme' in value && 'path' in value;
  // eslint-disable-next-line @typescript-eslint/no-base-to-string -- a Uri has its own
  return isUri ? String(value) : undefined;
}

/** A place, or undefined for anything else. */
export function readPlace(value: unknown): Place | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { line, character } = value as Partial<Record<keyof Place, unknown>>;
  return isIndex(line) && isIndex(character) ? { line, character } : undefined;
}

/** A range of a document, or undefined for anything else. */
export function readRange(value: unknown): { readonly start: Place; readonly end: Place } | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const given = value as Record<string, unknown>;
  const [start, end] = [readPlace(given['start']), readPlace(given['end'])];
  return start === undefined || end === undefined ? undefined : { start, end };
}

/** A rule's id; undefined where there is none, which the protocol's JSON makes null. */
export function readRule(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function isIndex(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}
