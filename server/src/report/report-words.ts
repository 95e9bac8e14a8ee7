import { messageIn, messageInTable } from '../balance/messages.ts';
import { fillMessage, type MessageValues } from '../text/message.ts';
import type { PassageLabel } from '../terms/cultures.ts';
import type { RecordKind } from '../terms/kinds.ts';
import { showDay } from '../text/show-day.ts';
import type { ReportPassage, ReportRecord } from './content/report-content.ts';
import type { ReportOptions } from './report-writer.ts';

/** The words of a report, the same in every format. */
export interface ReportWords {
  say: (name: string, values?: MessageValues) => string;
  /** "the person (humanistic)". */
  culture: (label: PassageLabel | 'undecided') => string;
  kind: (kind: RecordKind) => string;
  /** How a passage's culture was told. */
  origin: (origin: ReportPassage['origin']) => string;
  day: (iso: string) => string;
  /** "supervision record, 4 March 2025". */
  recordLine: (record: Pick<ReportRecord, 'kind' | 'date'>) => string;
  /** Under which headings of its record a passage stands, and where; its second culture; what it is marked with. */
  passageLine: (passage: ReportPassage, record: Pick<ReportRecord, 'title'>) => string;
  /** A capability that a comment names: "#pcf6: Critical reflection and analysis"; its tag alone where no set has it. */
  capability: (id: string) => string;
  /** What the reading isn't for, a sentence each; what is said of redaction comes last. */
  notFor: readonly string[];
}

/** Makes them for one report. */
export function createReportWords(options: ReportOptions): ReportWords {
  const { messages, redacted, panel, withProfile } = options;
  const say = (name: string, values: MessageValues = {}): string =>
    fillMessage(messageIn(messages.report, name), values);
  const culture = (label: PassageLabel | 'undecided'): string => {
    const { plain = label, paper = label } = messages.cultures[label] ?? {};
    return label === 'undecided' ? plain : `${plain} (${paper})`;
  };
  const kind = (each: RecordKind): string => messageInTable(messages.cli, 'kinds', each);
  return {
    say,
    culture,
    kind,
    origin: (each) => messageInTable(messages.report, 'origins', each),
    day: showDay,
    recordLine: ({ kind: each, date }) =>
      `${kind(each)}, ${date === undefined ? messageIn(messages.cli, 'undated') : showDay(date)}`,
    passageLine({ id, line, headings, secondary, bring, standards }, { title }) {
      // The record's own title stands above all of them.
      const below = headings[0] === title ? headings.slice(1) : headings;
      return [
        ...(below.length === 0 ? [] : [below.join(' › ')]),
        say('place', { id, line }),
        ...(secondary === undefined ? [] : [say('also', { culture: culture(secondary) })]),
        ...(bring ? [say('bring')] : []),
        ...standards.map(({ standard }) => `${standard.id}: ${standard.title}`),
      ].join(' · ');
    },
    capability(id) {
      const standard = options.standards.find(id);
      return standard === undefined ? `#${id}` : `#${standard.id}: ${standard.title}`;
    },
    notFor: [
      say('not-for-people'),
      say('not-for-absence'),
      say('not-for-sure'),
      ...(panel && !withProfile ? [say('not-for-profile')] : []),
      ...(redacted ? [say('redacted')] : []),
    ],
  };
}
