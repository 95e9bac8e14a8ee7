import type { TemplateChoice } from '../../../server/src/protocol.ts';

/** What can be asked for a new record. */
export type RecordField = 'person' | 'supervisor' | 'team';

/** A question, by the name of its wording. */
export interface RecordQuestion {
  readonly field: RecordField;
  readonly wording:
    | 'supervisee'
    | 'present'
    | 'student'
    | 'writer'
    | 'supervisor'
    | 'facilitator'
    | 'educator'
    | 'team'
    | 'placement';
}

/** The questions for each kind of record, in the order in which they're asked. All can be left unanswered. */
export function questionsFor(kind: TemplateChoice['kind']): readonly RecordQuestion[] {
  switch (kind) {
    case 'supervision':
      return [
        { field: 'person', wording: 'supervisee' },
        { field: 'supervisor', wording: 'supervisor' },
        { field: 'team', wording: 'team' },
      ];
    case 'group':
      return [
        { field: 'supervisor', wording: 'facilitator' },
        { field: 'person', wording: 'present' },
        { field: 'team', wording: 'team' },
      ];
    case 'log':
      return [
        { field: 'person', wording: 'student' },
        { field: 'supervisor', wording: 'educator' },
        { field: 'team', wording: 'placement' },
      ];
    case 'journal':
      return [
        { field: 'person', wording: 'writer' },
        { field: 'supervisor', wording: 'educator' },
        { field: 'team', wording: 'placement' },
      ];
  }
}

/** Whether an answer looks like somebody's full name, where initials would be kinder to file. */
export function looksLikeFullName(answer: string): boolean {
  return /(?<!\p{L})\p{Lu}\p{Ll}+[ -]+(?:\p{L}+[ -]+)*\p{Lu}\p{Ll}/u.test(answer);
}
