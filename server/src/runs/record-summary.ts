import { isLimitedPassage, isLimitedRecord } from '../record/limited.ts';
import type { PassageReading } from '../culture/read-passages.ts';
import { computeProfile, type Profile } from '../balance/profile.ts';
import { recordSpan } from '../balance/rule.ts';
import { runRuleIds } from '../balance/rules/index.ts';
import { hasShares } from '../balance/share-rules.ts';
import type { SignPhrases } from '../balance/sign-phrases.ts';
import { isSwitchedOff } from '../balance/switched-off.ts';
import { calledForms } from '../confidentiality/called-forms.ts';
import type { IdentifierFinder } from '../confidentiality/record-identifiers.ts';
import { headerValue, type InsertedPrompt, type Passage, type SupervisionRecord } from '../record/record.ts';
import type { GroupSubtype, RecordKind } from '../terms/kinds.ts';
import type { Span } from '../text/span.ts';
import { foldText } from '../text/words.ts';
import { observeRecord, type Observation } from './observations.ts';
import { runKeyOf, type RecordPlace, type RunKey } from './run-key.ts';

/** What is kept of a record for its run: figures, keys and the words of open actions; in memory only. */
export interface RecordSummary {
  /** URI or path. */
  readonly id: string;
  readonly scope: string;
  readonly kind: RecordKind;
  readonly subtype: GroupSubtype | undefined;
  /** ISO day; undefined where none with a year can be told. */
  readonly date: string | undefined;
  readonly run: RunKey | undefined;
  /** Folded; what tells two runs with the same key apart. */
  readonly supervisor: string | undefined;
  readonly team: string | undefined;
  /** Without passages whose circulation is limited. */
  readonly profile: Profile;
  /** Whether its balance is judged and it has words enough. */
  readonly judged: boolean;
  /** Where a finding on its run stands. */
  readonly title: Span;
  readonly openActions: readonly string[];
  /** It says something of what was agreed before. */
  readonly takesUp: boolean;
  /** Its longer words, folded, each once, between spaces: for telling whether an action was taken up. */
  readonly words: string;
  /** Leave or sickness is mentioned: a gap may be meant. */
  readonly away: boolean;
  readonly prompts: readonly InsertedPrompt[];
  readonly observations: readonly Observation[];
  /** Rules on runs that its text switches off at its title. */
  readonly switchedOff: readonly string[];
  /** What stands for people of the private file, without any name ({@link calledForms}). */
  readonly called: readonly string[];
}

/** Who is asked about what: the parts of a summary. */
export interface SummaryParts {
  readonly record: SupervisionRecord;
  readonly readings: readonly PassageReading[];
  readonly place: RecordPlace & { readonly id: string; readonly scope: string };
  readonly signs: SignPhrases;
  readonly identifiers: IdentifierFinder;
}

/**
 * Sums a record up for its run; undefined where its circulation is limited as a whole: such a record is in no run.
 * Passages of limited sections are left out.
 */
export function summariseRecord({
  record,
  readings,
  place,
  signs,
  identifiers,
}: SummaryParts): RecordSummary | undefined {
  if (isLimitedRecord(record)) return undefined;
  const open = readings.filter(({ passage }) => !isLimitedPassage(record, passage));
  const passages = open.map(({ passage }) => passage);
  const shown = new Set(passages.map(({ index }) => index));
  const profile = open.length === readings.length ? computeProfile(readings) : computeProfile(open);
  const { kind, subtype } = record.recognition;
  const date = headerValue(record, 'date')?.value;
  const title = recordSpan(record);
  const folded = (key: string): string | undefined => {
    const value = headerValue(record, key)?.value;
    return value === undefined || value === '' ? undefined : foldText(value);
  };
  return {
    id: place.id,
    scope: place.scope,
    kind,
    subtype,
    date: date !== undefined && /^\d{4}-\d\d-\d\d$/.test(date) ? date : undefined,
    run: runKeyOf(record, place),
    supervisor: folded('supervisor'),
    team: folded('team'),
    profile,
    judged: hasShares(record, profile),
    title,
    openActions: record.actions
      .filter(({ done, passage }) => !done && shown.has(passage))
      .map(({ text }) => text),
    takesUp:
      record.sections.some(({ key }) => key === 'previous_actions') ||
      passages.some((passage) => signs.has('taken-up', passage)),
    words: longWords(passages, signs),
    away: passages.some((passage) => signs.has('away', passage)),
    prompts: record.prompts,
    observations: observeRecord(record, passages, signs, profile),
    switchedOff: runRuleIds.filter((rule) => isSwitchedOff(record, rule, title.start)),
    called: calledForms(record, identifiers),
  };
}

/** From so many letters on a word says what an action is about. */
const longWord = 5;

function longWords(passages: readonly Passage[], signs: SignPhrases): string {
  const words = new Set<string>();
  for (const passage of passages)
    for (const form of signs.wordsOf(passage)) if (form.length >= longWord) words.add(form);
  return ` ${[...words].join(' ')} `;
}
