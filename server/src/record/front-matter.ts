import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Node as YamlNode } from 'yaml';
import type { Span } from '../text/span.ts';
import type { ReadingProblem } from './record.ts';

/** A key of the front matter with its value as words; spans are absolute. */
export interface FrontMatterEntry {
  readonly key: string;
  readonly value: string;
  readonly keySpan: Span;
  readonly span: Span;
}

/** What stands between `---` lines at the top. */
export interface FrontMatter {
  /** From the first fence to the end of the line of the last one; undefined where there is none. */
  readonly span: Span | undefined;
  readonly entries: readonly FrontMatterEntry[];
  readonly problem: ReadingProblem | undefined;
}

const opening = /^---[ \t]*(?:\r\n|\r|\n)/;
const closing = /^---[ \t]*(?:\r\n|\r|\n|$)/m;

/**
 * Reads YAML front matter. What YAML can't make sense of is one problem on the offending line; the entries
 * that could be read are still given. A BOM before the first fence is stepped over.
 */
export function readFrontMatter(text: string): FrontMatter {
  const bom = text.startsWith('\uFEFF') ? 1 : 0;
  const open = opening.exec(text.slice(bom, bom + 200));
  if (open === null) return { span: undefined, entries: [], problem: undefined };
  const start = bom + open[0].length;
  const close = closing.exec(text.slice(start));
  if (close === null) {
    const looksLikeYaml = /^[A-Za-z][\w -]*:(?:\s|$)/.test(text.slice(start, start + 200));
    return {
      span: undefined,
      entries: [],
      problem: looksLikeYaml
        ? { kind: 'front-matter-invalid', detail: 'unclosed', span: { start: bom, end: bom + 3 } }
        : undefined,
    };
  }
  const yaml = text.slice(start, start + close.index);
  const span = { start: bom, end: start + close.index + close[0].length };
  const document = parseDocument(yaml, {
    keepSourceTokens: false,
    lineCounter: new LineCounter(),
    uniqueKeys: true,
    logLevel: 'silent',
  });
  const entries: FrontMatterEntry[] = [];
  if (isMap(document.contents)) {
    for (const { key, value } of document.contents.items) {
      if (!isScalar(key)) continue;
      const keySpan = spanOfNode(key, start);
      const valueSpan = isNode(value) ? spanOfNode(value, start) : { start: keySpan.end, end: keySpan.end };
      entries.push({ key: String(key.value), value: wordsOf(value), keySpan, span: valueSpan });
    }
  }
  const [error] = document.errors;
  const notAMap = document.contents !== null && !isMap(document.contents);
  const problem: ReadingProblem | undefined =
    error !== undefined
      ? {
          kind: 'front-matter-invalid',
          detail: plainError(error.code),
          span: lineAround(text, start + Math.min(error.pos[0], Math.max(0, yaml.length - 1))),
        }
      : notAMap
        ? { kind: 'front-matter-invalid', detail: 'not-fields', span: lineAround(text, start) }
        : undefined;
  return { span, entries, problem };
}

function isNode(value: unknown): value is YamlNode {
  return isScalar(value) || isSeq(value) || isMap(value);
}

function spanOfNode(node: YamlNode, offset: number): Span {
  const [from, to] = node.range ?? [0, 0];
  return { start: offset + from, end: offset + to };
}

/** A value as one line of words: lists joined by commas. */
function wordsOf(value: unknown): string {
  if (isScalar(value)) {
    const { source, value: read } = value;
    const words =
      source ??
      (['string', 'number', 'boolean'].includes(typeof read) ? `${read as string | number | boolean}` : '');
    return words.replace(/\s+/g, ' ').trim();
  }
  if (isSeq(value))
    return value.items
      .map(wordsOf)
      .filter((item) => item !== '')
      .join(', ');
  if (isMap(value)) {
    return value.items.map(({ key, value: inner }) => `${wordsOf(key)}: ${wordsOf(inner)}`).join(', ');
  }
  return '';
}

/** YAML's error codes, as the reasons that messages are written for. */
function plainError(code: string): string {
  if (code === 'DUPLICATE_KEY') return 'duplicate-key';
  if (code === 'TAB_AS_INDENT') return 'tab';
  if (code === 'BLOCK_AS_IMPLICIT_KEY' || code === 'MULTILINE_IMPLICIT_KEY') return 'colon';
  return 'syntax';
}

function lineAround(text: string, at: number): Span {
  // Between \r and \n is still the line before.
  const offset = text.charAt(at) === '\n' && text.charAt(at - 1) === '\r' ? at - 1 : at;
  let start = offset;
  while (start > 0 && !/[\r\n]/.test(text.charAt(start - 1))) start--;
  let end = offset;
  while (end < text.length && !/[\r\n]/.test(text.charAt(end))) end++;
  const line = text.slice(start, end);
  const indent = line.length - line.trimStart().length;
  return { start: start + indent, end: start + Math.max(indent, line.trimEnd().length) };
}
