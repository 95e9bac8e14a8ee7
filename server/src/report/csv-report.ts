import Papa from 'papaparse';
import { choosePassages } from './content/choose-passages.ts';
import type { RecordComment } from '../annotations/read-comments.ts';
import { createTextSink, type ReportOptions, type ReportSink, type ReportWriter } from './report-writer.ts';
import type { ReportPassage, ReportRecord } from './content/report-content.ts';

/** The columns, in order. Additions only, at the end. */
const columns = [
  'path',
  'title',
  'kind',
  'date',
  'passage',
  'line',
  'headings',
  'block',
  'voice',
  'culture',
  'secondary',
  'confidence',
  'runner_up',
  'origin',
  'aspect',
  'words',
  'bring',
  'standards',
  'comments',
  'text',
] as const;

type Row = readonly (string | number | boolean)[];

/**
 * One row a passage, as RFC 4180 has it, with a header. It begins with a byte order mark: without one Excel takes
 * UTF-8 for the code page of its machine and spoils every accent; whatever else reads CSV passes over it. A cell
 * that a spreadsheet would take for a formula gets an apostrophe.
 */
export function createCsvReport(sink: ReportSink, options: ReportOptions): ReportWriter {
  const write = createTextSink(sink);
  let begun = false;
  const rows = (lines: readonly Row[]): Promise<void> =>
    write(`${Papa.unparse([...lines], { escapeFormulae: true, newline: '\r\n' })}\r\n`);
  const begin = async (): Promise<void> => {
    if (begun) return;
    begun = true;
    await write('\uFEFF');
    await rows([columns]);
  };
  return {
    async record(record) {
      await begin();
      const passages = choosePassages(record, options);
      if (passages.length > 0) await rows(passages.map((passage) => rowOf(record, passage)));
    },
    end: begin,
  };
}

function rowOf(record: ReportRecord, passage: ReportPassage): Row {
  return [
    record.path,
    record.title,
    record.kind,
    record.date ?? '',
    passage.id,
    passage.line,
    passage.headings.join(' > '),
    passage.block,
    passage.voice ?? '',
    passage.culture,
    passage.secondary ?? '',
    passage.confidence,
    passage.runnerUp ?? '',
    passage.origin,
    passage.aspect ?? '',
    passage.words,
    passage.bring,
    passage.standards.map(({ standard }) => standard.id).join(' '),
    passage.comments.map(commentText).join('\n'),
    passage.text,
  ];
}

function commentText({ author, text, capabilities }: RecordComment): string {
  const named = capabilities.length === 0 ? text : `${text} [${capabilities.join(' ')}]`;
  return author === '' ? named : `${author}: ${named}`;
}
