import type { Run } from '../../runs/gather-runs.ts';
import type { HeaderText } from './header-text.ts';
import type { ReportRun } from './report-content.ts';

/** What writing runs into a report needs to know. */
export interface ReportRunParts {
  readonly headerText: HeaderText;
  /** Takes identifiers out of a team's name, which may be a place's; without redaction it gives the name back. */
  readonly redact: (text: string) => string;
  /** The path of a record as it is shown. */
  readonly path: (id: string) => string;
  /** What a record of the report was said to be about; undefined: it isn't in the report. */
  readonly words: (id: string) => string | undefined;
}

/** Runs as reports show them: those of two records and more, a person's under initials. */
export function toReportRuns(
  runs: readonly Run[],
  { headerText, redact, path, words }: ReportRunParts,
): ReportRun[] {
  return runs
    .filter(({ records }) => records.length > 1)
    .map(({ by, name, records }) => ({
      by,
      key: by === 'person' ? (headerText('supervisee', name) ?? '?') : redact(name),
      records: records.map(({ id, date, kind }) => ({
        path: path(id),
        date: date ?? '',
        kind,
        words: words(id) ?? '',
      })),
    }));
}
