import { createCsvReport } from './csv-report.ts';
import { createHtmlReport } from './html/html-report.ts';
import { createQdcReport } from './qda/qdc-report.ts';
import { createQdpxReport } from './qda/qdpx-report.ts';
import type { ReportFormat, ReportOptions, ReportSink, ReportWriter } from './report-writer.ts';

/** Makes the writer of a format. What writes Word files is loaded only when it is asked for. */
export async function createReport(
  format: ReportFormat,
  sink: ReportSink,
  options: ReportOptions,
): Promise<ReportWriter> {
  switch (format) {
    case 'html':
      return createHtmlReport(sink, options);
    case 'csv':
      return createCsvReport(sink, options);
    case 'qdc':
      return createQdcReport(sink, options);
    case 'qdpx':
      return createQdpxReport(sink, options);
    case 'docx': {
      const { createDocxReport } = await import('./docx/docx-report.ts');
      return createDocxReport(sink, options);
    }
  }
}
