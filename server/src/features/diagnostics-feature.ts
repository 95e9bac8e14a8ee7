import {
  DocumentDiagnosticReportKind,
  DiagnosticSeverity,
  type CancellationToken,
  type ClientCapabilities,
  type Diagnostic,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { messageIn } from '../balance/messages.ts';
import { configurationRule } from '../balance/rules/index.ts';
import { privateFileName } from '../confidentiality/key/pseudonym-key.ts';
import { readPseudonymKey } from '../confidentiality/key/read-pseudonym-key.ts';
import { readConfiguration } from '../configuration/read-configuration.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { fillMessage, type MessageValues } from '../text/message.ts';
import type { Span } from '../text/span.ts';
import { diagnosticSource, provideDiagnostics } from './diagnostics.ts';
import type { Feature, FeatureContext } from './feature.ts';
import { toRange } from './positions.ts';

/** Whether the client asks for diagnostics itself: then the server never pushes any. */
export function pullsDiagnostics({ client }: Pick<FeatureContext, 'client'>): boolean {
  return client.capabilities.textDocument?.diagnostic !== undefined;
}

/** The diagnostics of an open document: a record's findings, or what is wrong with a configuration file. */
export async function diagnoseDocument(
  uri: string,
  context: FeatureContext,
  token?: CancellationToken,
): Promise<Diagnostic[]> {
  if (context.isConfiguration(uri)) {
    const text = (await context.readText(uri))?.text;
    return text === undefined ? [] : diagnoseConfiguration(uri, text, await context.knowledge());
  }
  const { readRecord, client } = context;
  const read = await readRecord(uri, token);
  if (read === undefined) return [];
  return provideDiagnostics(read, client.options.docsUri).map((each) => asTaken(each, client.capabilities));
}

/** A diagnostic with no more than what the client says it takes. */
function asTaken(diagnostic: Diagnostic, { textDocument }: ClientCapabilities): Diagnostic {
  const { relatedInformation, codeDescription, ...rest } = diagnostic;
  const taken = textDocument?.publishDiagnostics;
  return {
    ...rest,
    ...(codeDescription !== undefined && taken?.codeDescriptionSupport === true && { codeDescription }),
    ...(relatedInformation !== undefined && taken?.relatedInformation === true && { relatedInformation }),
  };
}

interface Problem {
  readonly span: Span;
  readonly message: string;
  readonly values?: MessageValues;
}

/** What can't be used in a configuration file or a private one, each at its place; of the latter nothing is quoted. */
export function diagnoseConfiguration(uri: string, text: string, { messages }: Knowledge): Diagnostic[] {
  const document = TextDocument.create(uri, 'yaml', 0, text);
  const texts = messages.rules[configurationRule]?.messages ?? {};
  const isPrivate = uri.endsWith(`/${privateFileName}`);
  const problems: readonly Problem[] = isPrivate
    ? readPseudonymKey(text, uri).problems
    : readConfiguration(text).problems;
  return problems.map(({ span, message, values = {} }) => ({
    range: toRange(document, span),
    severity: DiagnosticSeverity.Warning,
    source: diagnosticSource,
    code: configurationRule,
    message: fillMessage(messageIn(texts, message), values),
  }));
}

/** Diagnostics on request (LSP 3.17); pushing is the server's (`lsp/document-watch.ts`), for clients that don't ask. */
export const diagnosticsFeature: Feature = {
  name: 'diagnostics',
  capabilities: (client) =>
    pullsDiagnostics({ client })
      ? {
          diagnosticProvider: {
            identifier: 'supervision-lens',
            interFileDependencies: true,
            workspaceDiagnostics: false,
          },
        }
      : {},
  register(connection, context) {
    connection.languages.diagnostics.on(async ({ textDocument: { uri } }, token) => {
      const items = await diagnoseDocument(uri, context(), token);
      context().given(uri, items);
      return { kind: DocumentDiagnosticReportKind.Full, items };
    });
  },
};
