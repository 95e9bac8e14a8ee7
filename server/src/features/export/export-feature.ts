import type { CancellationToken } from 'vscode-languageserver';
import * as z from 'zod/mini';
import { exportRequest, type ExportParams } from '../../protocol.ts';
import { reportFormats } from '../../report/report-writer.ts';
import type { Feature } from '../feature.ts';
import { exportReport } from './export-report.ts';

/** What decides what is handed on is checked, whoever asks. */
const exportSchema = z.object({
  uri: z.string(),
  what: z.enum(['record', 'run']),
  format: z.enum(reportFormats),
  redact: z.optional(z.boolean()),
  withMarks: z.optional(z.boolean()),
  panel: z.optional(z.boolean()),
  withProfile: z.optional(z.boolean()),
  today: z.optional(z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/))),
});

/** Reports of records, made for the client to keep. */
export const exportFeature: Feature = {
  name: 'export',
  capabilities: () => ({}),
  register(connection, context) {
    connection.onRequest(exportRequest, (params: unknown, token: CancellationToken) => {
      const checked = z.safeParse(exportSchema, params);
      if (!checked.success) throw new Error('Not an export that can be made.');
      return exportReport(checked.data as ExportParams, context(), token);
    });
  },
};
