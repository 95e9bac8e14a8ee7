import type { Analysis } from '../../analysis/analyse.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { isLimitedRecord } from '../../record/limited.ts';
import { collectRecord } from '../../report/content/collect-record.ts';
import { commentsSuffix } from '../../annotations/annotation-page.ts';
import { readComments } from '../../annotations/read-comments.ts';
import { readTextFile } from '../files/read-text-file.ts';
import { createHeaderText } from '../../report/content/header-text.ts';
import { createOutputRedactor } from '../output/redact-output.ts';
import { writeJsonLine, writeJsonRecord } from '../output/write-json.ts';
import { createEntryOptions } from '../output/entry-options.ts';
import { writeSarifResults } from '../output/write-sarif.ts';
import { createTextRecord } from '../output/write-text.ts';
import { createStyle } from '../terminal/terminal-style.ts';
import type { MadeReport, MadeText, ReadingTask, RecordJob } from './record-job.ts';

/** Makes of one record what a job asks for. */
export type MakeRecord = (task: ReadingTask, analysis: Analysis) => Promise<MadeText | MadeReport>;

/** Makes a {@link MakeRecord}. The paths of tasks are redacted already where that was asked for. */
export function createRecordMaker(knowledge: Knowledge, job: RecordJob): MakeRecord {
  const { messages } = knowledge;
  const redactor = job.redact ? createOutputRedactor(knowledge.identifiers) : undefined;
  const text = (analysis: Analysis, written: string): Promise<MadeText> =>
    Promise.resolve({ kind: 'text', text: written, asked: analysis.findings.length > 0 });
  const redact = (analysis: Analysis): Analysis => redactor?.analysis(analysis) ?? analysis;
  switch (job.make) {
    case 'json':
    case 'ndjson': {
      const options = createEntryOptions(job, knowledge, redactor);
      const write = job.make === 'json' ? writeJsonRecord : writeJsonLine;
      return (task, analysis) => text(analysis, write({ ...task, analysis: redact(analysis) }, options));
    }
    case 'sarif':
      return ({ path }, analysis) => text(analysis, writeSarifResults(path, redact(analysis)));
    case 'text': {
      const write = createTextRecord(createStyle(job), messages);
      return (task, analysis) => {
        const asked = analysis.findings.some(({ follows }) => follows !== true);
        return Promise.resolve({ kind: 'text', text: write({ ...task, analysis: redact(analysis) }), asked });
      };
    }
    case 'report': {
      const headerText = createHeaderText(knowledge.vocabulary, false);
      return async ({ file, path, name }, analysis) => {
        const { record } = analysis;
        if (isLimitedRecord(record)) return { kind: 'report', record: undefined, commentsUnread: false };
        const sidecar = await readTextFile(`${file.file}${commentsSuffix}`);
        const isThere = !('reason' in sidecar && sidecar.reason === 'missing');
        const comments = 'text' in sidecar ? readComments(sidecar.text, record.passages) : undefined;
        const collected = collectRecord({
          path,
          name,
          analysis,
          comments: comments ?? [],
          messages,
          standards: knowledge.standards,
          redact: (each) => redactor?.recordText(analysis, each) ?? each,
          withMarks: job.withMarks,
          headerText,
        });
        return { kind: 'report', record: collected, commentsUnread: isThere && comments === undefined };
      };
    }
  }
}
