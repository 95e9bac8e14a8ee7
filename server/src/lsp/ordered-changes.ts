import {
  TextDocumentContentChangeEvent,
  type Connection,
  type DidChangeTextDocumentParams,
  type TextDocuments,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';

/** What documents listen to. */
type DocumentMessages = Parameters<TextDocuments<TextDocument>['listen']>[0];

/**
 * A connection's messages about documents, without changes that come late or twice: applied to a text that they weren't
 * made for, they would garble it. A whole text under the same version, or a change without a version, comes from a
 * client that doesn't count, and is taken. `version` tells the version of an open document.
 */
export function orderedChanges(
  connection: Connection,
  version: (uri: string) => number | undefined,
): DocumentMessages {
  return {
    onDidOpenTextDocument: (handler) => connection.onDidOpenTextDocument(handler),
    onDidChangeTextDocument: (handler) =>
      connection.onDidChangeTextDocument((params) => {
        const ordered = orderChange(params, version(params.textDocument.uri));
        if (ordered !== undefined) return handler(ordered);
      }),
    onDidCloseTextDocument: (handler) => connection.onDidCloseTextDocument(handler),
    onWillSaveTextDocument: (handler) => connection.onWillSaveTextDocument(handler),
    onWillSaveTextDocumentWaitUntil: (handler) => connection.onWillSaveTextDocumentWaitUntil(handler),
    onDidSaveTextDocument: (handler) => connection.onDidSaveTextDocument(handler),
  };
}

function orderChange(
  params: DidChangeTextDocumentParams,
  known: number | undefined,
): DidChangeTextDocumentParams | undefined {
  const { textDocument, contentChanges } = params;
  // Older clients may leave it out.
  const version = textDocument.version as number | null | undefined;
  if (version == null) return { ...params, textDocument: { ...textDocument, version: (known ?? 0) + 1 } };
  if (known === undefined || version > known) return params;
  const isWhole = contentChanges.every((change) => TextDocumentContentChangeEvent.isFull(change));
  return version === known && isWhole ? params : undefined;
}
