import type { Position, Range, TextEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { createLineIndex } from '../text/line-index.ts';
import type { Span } from '../text/span.ts';

/** A span of a document's text as an LSP range: the one place where offsets become positions. */
export function toRange(document: TextDocument, span: Span): Range {
  return { start: document.positionAt(span.start), end: document.positionAt(span.end) };
}

/** An LSP range as a span; positions beyond the text count as its end. */
export function toSpan(document: TextDocument, range: Range): Span {
  return { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
}

/** An LSP position as an offset. */
export function toOffset(document: TextDocument, position: Position): number {
  return document.offsetAt(position);
}

/** The edit that gives a file another text; `before`: what stands in it, undefined for one that isn't there. */
export function replaceWhole(before: string | undefined, newText: string): TextEdit {
  const text = before ?? '';
  const range = { start: { line: 0, character: 0 }, end: createLineIndex(text).placeAt(text.length) };
  return { range, newText };
}
