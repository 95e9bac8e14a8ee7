import type { RecordComment } from '../../../server/src/annotations/read-comments.ts';
import { collectRecord } from '../../../server/src/report/content/collect-record.ts';
import { createReport } from '../../../server/src/report/create-report.ts';
import type { ReportRecord, ReportSummary } from '../../../server/src/report/content/report-content.ts';
import type { ReportFormat, ReportOptions } from '../../../server/src/report/report-writer.ts';
import { testAnalyser, testKnowledge } from '../../helpers/knowledge.ts';

/** What a test may say of a record. */
export interface CollectOptions {
  readonly path?: string;
  readonly withMarks?: boolean;
  readonly redact?: (text: string) => string;
  readonly comments?: readonly RecordComment[];
}

/** A record of a report, from its text. */
export function collect(text: string, options: CollectOptions = {}): ReportRecord {
  const { messages, standards } = testKnowledge();
  const path = options.path ?? 'notes/first.md';
  return collectRecord({
    path,
    name: path.replace(/^.*\/|\.md$/g, ''),
    analysis: testAnalyser().analyse(text, { pathMatches: true }),
    comments: options.comments ?? [],
    messages,
    standards,
    redact: options.redact ?? ((each) => each),
    withMarks: options.withMarks ?? false,
    headerText: (_, value) => value,
  });
}

/** A whole report, as its bytes. */
export async function makeReport(
  format: ReportFormat,
  records: readonly ReportRecord[],
  options: Partial<ReportOptions> = {},
  summary: ReportSummary = { runs: [], limited: 0, skipped: [] },
): Promise<Uint8Array> {
  const { messages, standards } = testKnowledge();
  const chunks: Uint8Array[] = [];
  const writer = await createReport(
    format,
    (chunk) => {
      chunks.push(chunk.slice());
      return Promise.resolve();
    },
    {
      messages,
      standards,
      nation: undefined,
      today: '2025-03-04',
      version: '0.1.0',
      redacted: false,
      panel: false,
      withProfile: true,
      ...options,
    },
  );
  for (const record of records) await writer.record(record);
  await writer.end(summary);
  return Buffer.concat(chunks);
}

/** The same as text. */
export async function makeText(...args: Parameters<typeof makeReport>): Promise<string> {
  return Buffer.from(await makeReport(...args)).toString('utf8');
}

/** Accents, emoji, Windows line ends, markup, a formula, marks, standards and a limited section. */
export const manyCharacters = [
  '---',
  'type: supervision',
  'date: 2025-03-04',
  '---',
  '',
  '# Supervision 👩🏽‍🤝‍👩🏻 <T.> & "KL"',
  '',
  'Zoë’s café visit 😀 went well. #managed',
  '',
  '- =HYPERLINK("http://x";"y") was typed, she said. #humanistic #pcf6',
  '- We decided together & "signed" \\<it>. <!-- culture: democratic -->',
  '- Talked of 𝒜 and É at length, for next time. #professional #bring #swe4.2',
  '',
  '## Not for the file',
  '',
  'Nobody else may read this secret. #managed',
  '',
].join('\r\n');
