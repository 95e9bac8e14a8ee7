import type { Analysis } from '../../analysis/analyse.ts';
import type { IdentifierFinder } from '../../confidentiality/record-identifiers.ts';
import { createReportRedactor, type ReportRedactor } from '../../report/content/report-redactor.ts';
import type { RecordEntry } from './check-output.ts';
import type { CheckWriter } from './check-writer.ts';

/** Takes identifiers out of all that a check writes. */
export interface OutputRedactor extends ReportRedactor {
  /** A record's words without identifiers. */
  analysis: (analysis: Analysis) => Analysis;
  /** The same writer, handed the words at the end without identifiers; paths of records were redacted before. */
  wrap: (writer: CheckWriter) => CheckWriter;
  /** A record's entry with its texts redacted; its paths were redacted before. */
  entry: (entry: RecordEntry, analysis: Analysis) => RecordEntry;
}

/** Makes a redactor for one check: a file has the same redacted path throughout. */
export function createOutputRedactor(finder: IdentifierFinder): OutputRedactor {
  const paths = createReportRedactor(finder);
  const redactText =
    (analysis: Analysis) =>
    (text: string): string =>
      paths.recordText(analysis, text);
  return {
    ...paths,
    analysis(analysis) {
      const text = redactText(analysis);
      return {
        ...analysis,
        strengths: analysis.strengths.map((each) => ({ ...each, message: text(each.message) })),
        findings: analysis.findings.map((finding) => ({
          ...finding,
          message: text(finding.message),
          related: finding.related.map((each) => ({ ...each, message: text(each.message) })),
        })),
      };
    },
    wrap: (writer) => ({
      ...writer,
      skipped: ({ path, reason }) => writer.skipped({ path, reason: paths.text(reason) }),
      end: (summary) =>
        writer.end({
          ...summary,
          troubles: summary.troubles.map((trouble) => ({ ...trouble, path: paths.path(trouble.path) })),
          titles: new Map([...summary.titles].map(([path, region]) => [paths.path(path), region])),
          undated: summary.undated.map((each) => ({ ...each, id: paths.path(each.id) })),
          clashes: summary.clashes.map((runs) =>
            runs.map((run) => ({
              ...run,
              records: run.records.map((each) => ({ ...each, id: paths.path(each.id) })),
            })),
          ),
          runs: summary.runs.map(({ run, findings }) => ({
            run: {
              ...run,
              scope: paths.path(run.scope),
              records: run.records.map((each) => ({ ...each, id: paths.path(each.id) })),
            },
            findings: findings.map((finding) => ({
              ...finding,
              id: paths.path(finding.id),
              message: paths.text(finding.message),
              related: finding.related.map((each) => ({
                ...each,
                id: paths.path(each.id),
                message: paths.text(each.message),
              })),
            })),
          })),
        }),
    }),
    entry(entry, analysis) {
      const text = redactText(analysis);
      const maybe = (value: string | null): string | null => (value === null ? null : text(value));
      return {
        ...entry,
        header: Object.fromEntries(Object.entries(entry.header).map(([key, value]) => [key, text(value)])),
        passages: entry.passages.map((passage) => ({
          ...passage,
          headings: passage.headings.map(text),
          cues: passage.cues.map((cue) => ({ ...cue, text: text(cue.text) })),
        })),
        groupQuestions: entry.groupQuestions.map((question) => ({ ...question, text: text(question.text) })),
        actions: entry.actions.map((action) => ({
          ...action,
          text: text(action.text),
          owner: maybe(action.owner),
          dueText: maybe(action.dueText),
        })),
      };
    },
  };
}
