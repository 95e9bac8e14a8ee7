import { managedNote } from '../../server/src/balance/rules/example-notes.ts';

/** A note that is all about the work, with a place for the worker's words: one finding and no other. */
export const managedNoteWithPlace = `${managedNote}\n## In T.'s words\n`;
