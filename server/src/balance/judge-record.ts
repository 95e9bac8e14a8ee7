import type { PassageReading } from '../culture/read-passages.ts';
import type { SupervisionRecord } from '../record/record.ts';
import type { Culture } from '../terms/cultures.ts';
import type { PlaceSpan } from '../text/line-index.ts';
import { fillMessage, type MessageValues } from '../text/message.ts';
import type { Span } from '../text/span.ts';
import { messageIn, type Messages } from './messages.ts';
import type { Profile } from './profile.ts';
import type {
  Confidentiality,
  JudgedRecord,
  RecordBefore,
  RuleMessage,
  Severity,
  TextChange,
} from './rule.ts';
import type { SignPhrases } from './sign-phrases.ts';
import { ruleIds, rules } from './rules/index.ts';
import { createSwitchReader } from './switched-off.ts';

/** What the configuration says of rules; what it doesn't name has its default. */
export interface RuleSettings {
  readonly severities: Readonly<Partial<Record<string, Severity | 'off'>>>;
  /** Checked options by rule id. */
  readonly options: Readonly<Partial<Record<string, unknown>>>;
}

/** Every rule at its default. */
export const defaultRuleSettings: RuleSettings = { severities: {}, options: {} };

/** A finding in words, with all that an editor needs. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly span: Span;
  readonly related: readonly { readonly span: Span; readonly message: string }[];
  /** Evidence in other records of its run, by their ids. */
  readonly elsewhere?: readonly {
    readonly id: string;
    readonly place: PlaceSpan;
    readonly message: string;
  }[];
  readonly fixes: readonly { readonly title: string; readonly changes: readonly TextChange[] }[];
  /** Cultures that a prompt could make room for; empty where no prompt answers the finding. */
  readonly opens: readonly Culture[];
  readonly reflective: boolean;
  /** Another mention of what a finding before it is about: a short list leaves it out. */
  readonly follows?: true;
}

/** A record with all that rules look at. */
export interface RecordToJudge {
  readonly record: SupervisionRecord;
  readonly readings: readonly PassageReading[];
  readonly profile: Profile;
  /** The record before it in its run. */
  readonly before?: RecordBefore | undefined;
  readonly confidentiality: Confidentiality;
}

/** Runs the rules on a record, the most useful findings first. Switches and the configuration are heeded. */
export function judgeRecord(
  { record, readings, profile, before, confidentiality }: RecordToJudge,
  signs: SignPhrases,
  messages: Messages,
  settings: RuleSettings = defaultRuleSettings,
): Finding[] {
  const findings: Finding[] = [];
  const foundBefore = new Set<string>();
  const isSwitchedOff = createSwitchReader(record);
  for (const rule of rules) {
    const severity =
      settings.severities[rule.id] ??
      confidentiality.profile.rules[rule.id] ??
      (rule.offByDefault === true ? 'off' : rule.severity);
    if (!rule.kinds.includes(record.recognition.kind)) continue;
    const texts = messages.rules[rule.id]?.messages ?? {};
    const say = (message: RuleMessage): string => fillRuleMessage(texts, message, messages);
    for (const found of rule.check(
      { record, readings, profile, signs, confidentiality, recordBefore: before, foundBefore, ruleIds },
      settings.options[rule.id],
    )) {
      // A rule that is switched off has still found it: the next one on the same matter must not speak instead.
      foundBefore.add(rule.id);
      if (severity === 'off' || isSwitchedOff(rule.id, found.span.start)) continue;
      findings.push({
        rule: rule.id,
        severity,
        message: say(found.message),
        span: found.span,
        related: (found.related ?? []).map(({ span, message }) => ({ span, message: say(message) })),
        fixes: (found.fixes ?? []).map(({ title, changes }) => ({ title: say(title), changes })),
        opens: found.opens ?? [],
        reflective: rule.reflective,
        ...(found.follows === true ? { follows: true as const } : {}),
      });
    }
  }
  return findings;
}

/** Whether a record that was judged by itself could be judged otherwise once the record before it is known. */
export function looksBefore(
  {
    record,
    profile,
    findings,
    identifiers,
  }: Pick<JudgedRecord, 'record' | 'profile' | 'identifiers'> & {
    findings: readonly Finding[];
  },
  settings: RuleSettings = defaultRuleSettings,
): boolean {
  const found = new Set(findings.map(({ rule }) => rule));
  return rules.some(({ id, looksBefore: looks }) =>
    looks?.({ record, profile, found, identifiers }, settings.options[id]),
  );
}

/** A rule's message in words. */
export function fillRuleMessage(
  texts: Readonly<Record<string, string>>,
  message: RuleMessage,
  messages: Messages,
): string {
  const { unsure, ...values } = message.values ?? {};
  const told: MessageValues = {
    ...values,
    ...(unsure === undefined
      ? {}
      : { unsure: unsure === 0 ? '' : fillMessage(messages.unsure, { n: unsure }) }),
  };
  return fillMessage(messageIn(texts, message.name), told);
}
