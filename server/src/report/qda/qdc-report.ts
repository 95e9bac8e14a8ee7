import { codeBookXml } from './qda-codes.ts';
import { createReportWords } from '../report-words.ts';
import { createTextSink, type ReportOptions, type ReportSink, type ReportWriter } from '../report-writer.ts';

/** A REFI-QDA 1.0 codebook: the codes alone, whatever the records say. */
export function createQdcReport(sink: ReportSink, options: ReportOptions): ReportWriter {
  const write = createTextSink(sink);
  return {
    record: () => Promise.resolve(),
    async end() {
      const book = codeBookXml(createReportWords(options)).replace(
        '<CodeBook>',
        '<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="Supervision Lens">',
      );
      await write(`<?xml version="1.0" encoding="utf-8"?>\n${book}`);
    },
  };
}
