import type { Knowledge } from '../../knowledge/knowledge.ts';
import { createHeaderText } from '../../report/content/header-text.ts';
import { createInitials } from '../../report/content/initials.ts';
import type { EntryOptions } from './record-entry.ts';
import type { OutputRedactor } from './redact-output.ts';

/** What the JSON formats are asked for. */
export interface JsonChoices {
  readonly cwd: string;
  readonly decide: boolean;
  readonly withPeople: boolean;
}

/** Names in headers and runs are given as initials unless they were asked for (spec section 6). */
export function createEntryOptions(
  { cwd, decide, withPeople }: JsonChoices,
  { vocabulary }: Knowledge,
  redactor: OutputRedactor | undefined,
): EntryOptions {
  const initials = createInitials(vocabulary);
  return {
    decide,
    cwd,
    ...(redactor === undefined ? {} : { redact: redactor.entry }),
    keyText(by, name) {
      if (by === 'person' && !withPeople) return initials(name) || '?';
      return redactor?.text(name) ?? name;
    },
    headerText: createHeaderText(vocabulary, withPeople),
  };
}
