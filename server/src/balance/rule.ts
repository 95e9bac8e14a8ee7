import * as z from 'zod/mini';
import type { ConfidentialityProfile } from '../confidentiality/confidentiality-data.ts';
import type { IdentifierFinder } from '../confidentiality/record-identifiers.ts';
import type { PassageReading } from '../culture/read-passages.ts';
import type { SupervisionRecord } from '../record/record.ts';
import type { Culture } from '../terms/cultures.ts';
import type { RecordKind } from '../terms/kinds.ts';
import type { Severity } from '../terms/severities.ts';
import type { MessageValues } from '../text/message.ts';
import type { Span } from '../text/span.ts';
import type { Profile } from './profile.ts';
import type { SignPhrases } from './sign-phrases.ts';

export { severities, type Severity } from '../terms/severities.ts';

/** What a rule looks at. */
export interface RuleInput {
  readonly record: SupervisionRecord;
  readonly readings: readonly PassageReading[];
  readonly profile: Profile;
  readonly signs: SignPhrases;
  readonly confidentiality: Confidentiality;
  /** The record before this one in its run; undefined where there is none or runs aren't known. */
  readonly recordBefore: RecordBefore | undefined;
  /** Rules that have already found something on this record, in the order of the list. */
  readonly foundBefore: ReadonlySet<string>;
  /** The ids of all rules, for switches. */
  readonly ruleIds: readonly string[];
}

/** What rules on confidentiality look with. */
export interface Confidentiality {
  readonly finder: IdentifierFinder;
  readonly profile: ConfidentialityProfile;
}

/** What a rule may ask of the record before. */
export interface RecordBefore {
  readonly profile: Profile;
  /** ISO day. */
  readonly date: string;
  /** What stood for people of the private file in the records before, as `calledForms` gives it. */
  readonly called?: readonly string[];
}

/** What a rule has to go by when it is asked whether the record before could matter to it. */
export interface JudgedRecord {
  readonly record: SupervisionRecord;
  readonly profile: Profile;
  /** Rules that found something where no record before was known. */
  readonly found: ReadonlySet<string>;
  readonly identifiers: IdentifierFinder;
}

/** A message by its name under the rule in `messages.yaml`, and what fills it. */
export interface RuleMessage {
  readonly name: string;
  readonly values?: MessageValues;
}

/** One change of the text. */
export interface TextChange {
  readonly span: Span;
  readonly newText: string;
}

/** A way to put a finding right. */
export interface Fix {
  readonly title: RuleMessage;
  readonly changes: readonly TextChange[];
}

/** What a rule found, before severity, switches and words. */
export interface RuleFinding {
  readonly span: Span;
  readonly message: RuleMessage;
  /** Evidence elsewhere in the record. */
  readonly related?: readonly { readonly span: Span; readonly message: RuleMessage }[];
  readonly fixes?: readonly Fix[];
  /** Another mention of what a finding before it is about: a short list leaves it out. */
  readonly follows?: true;
  /** Cultures that a prompt could make room for, the most wanted first. */
  readonly opens?: readonly Culture[];
}

/**
 * A record with what the rule says of it: documentation and test at once. Tags in it fix the cultures, so
 * that the example holds whatever the reading model makes of its words.
 */
export interface RuleExample {
  readonly title: string;
  readonly text: string;
  readonly fires: boolean;
  /** The record before it in its run; left out: none. */
  readonly before?: string;
  /** Just short of firing. */
  readonly nearMiss?: true;
}

interface RuleDescription {
  readonly id: string;
  /** The kinds of record on which it can fire. */
  readonly kinds: readonly RecordKind[];
  readonly severity: Severity;
  /** Off until the configuration asks for it: it isn't exact enough to speak unasked (see MODEL.md). */
  readonly offByDefault?: true;
  /** Whether prompts answer it. */
  readonly reflective: boolean;
  readonly examples: readonly RuleExample[];
}

/** A rule on one record. Pure: no configuration, severity or switch is known here. */
export interface Rule extends RuleDescription {
  /** Thresholds with their defaults; a user's configuration is checked against it. */
  readonly options: z.ZodMiniType;
  /** `options` as the configuration has them, checked before; left out: the defaults. */
  check: (input: RuleInput, options?: unknown) => Iterable<RuleFinding>;
  /** Whether it could find something else once the record before is known; left out: it never looks at that. */
  looksBefore?: (judged: JudgedRecord, options?: unknown) => boolean;
}

/** Makes a rule whose `check` sees its options typed and complete. */
export function defineRule<Schema extends z.ZodMiniType>(
  rule: RuleDescription & {
    readonly options: Schema;
    check: (input: RuleInput, options: z.infer<Schema>) => Iterable<RuleFinding>;
    looksBefore?: (judged: JudgedRecord, options: z.infer<Schema>) => boolean;
  },
): Rule {
  const { looksBefore, ...rest } = rule;
  const read = (options: unknown = {}): z.infer<Schema> => z.parse(rule.options, options);
  return {
    ...rest,
    check: (input, options) => rule.check(input, read(options)),
    ...(looksBefore !== undefined && {
      looksBefore: (judged: JudgedRecord, options?: unknown) => looksBefore(judged, read(options)),
    }),
  };
}

/** Where a finding on a whole record stands: the words of the first heading, else the first passage. */
export function recordSpan(record: SupervisionRecord): Span {
  const heading = record.sections.find(({ titleSpan }) => titleSpan.end > titleSpan.start);
  return heading?.titleSpan ?? record.passages[0]?.textSpan ?? { start: 0, end: 0 };
}
