/** The four kinds of record (spec section 1), and `unknown` where the kind can't be told. */
export const recordKinds = ['supervision', 'group', 'log', 'journal', 'unknown'] as const;

/** What a record is. Kind-specific rules rest on `unknown` records. */
export type RecordKind = (typeof recordKinds)[number];

/** What sort of group a `group` record is about (spec section 1). */
export const groupSubtypes = [
  'supervision',
  'peer',
  'action-learning',
  'case-reflection',
  'debrief',
  'staff-network',
  'union',
  'participation',
  'business',
  'other',
] as const;

/** The subtype of a `group` record. */
export type GroupSubtype = (typeof groupSubtypes)[number];

/** Where a kind was read from, strongest first. */
export type KindOrigin = 'header' | 'title' | 'path' | 'content';

/** The nearest Markdown container of a passage (spec section 1). */
export type PassageBlock = 'paragraph' | 'item' | 'quote' | 'row';
