import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver';
import type { Severity } from '../balance/rule.ts';
import type { Finding } from '../balance/judge-record.ts';
import { toRange } from './positions.ts';
import type { ReadDocument } from './read-document.ts';

/** At most so many findings a document (spec section 5). */
const findingLimit = 500;

/** What every diagnostic of the tool names as its source. */
export const diagnosticSource = 'Supervision Lens';

const lspSeverities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** The findings that are shown: all about what can't be read, and as many of the others as the settings say. */
export function shownFindings({ analysis, settings }: ReadDocument): readonly Finding[] {
  let left = settings.findingsShown;
  const shown = analysis.findings.filter(
    ({ severity, follows }) =>
      follows !== true && (severity === 'warning' || severity === 'error' || left-- > 0),
  );
  return shown.slice(0, findingLimit);
}

/** The shown findings as diagnostics; `docsUri` is where the rules' pages are kept. */
export function provideDiagnostics(read: ReadDocument, docsUri?: string): Diagnostic[] {
  const { document } = read;
  return shownFindings(read).map(({ rule, severity, message, span, related, elsewhere = [] }) => ({
    range: toRange(document, span),
    severity: lspSeverities[severity],
    source: diagnosticSource,
    code: rule,
    ...(docsUri === undefined ? {} : { codeDescription: { href: `${docsUri}/${rule}.md` } }),
    message,
    relatedInformation: [
      ...related.map((evidence) => ({
        location: { uri: document.uri, range: toRange(document, evidence.span) },
        message: evidence.message,
      })),
      ...elsewhere.map(({ id, place, message: words }) => ({
        location: { uri: id, range: place },
        message: words,
      })),
    ],
  }));
}
