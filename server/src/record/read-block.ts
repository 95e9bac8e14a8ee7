import type { Html, List, ListItem, Node, Paragraph, Parent, RootContent, Table, TableRow } from 'mdast';
import { emptyPlainText, PlainTextBuilder, type PlainText } from '../text/plain-text.ts';
import { shiftSpan } from '../text/span.ts';
import { countWords } from '../text/words.ts';
import type { BlockElement, BlockReading, Cell } from './block-elements.ts';
import { findReferences } from './find-references.ts';
import { addInlineText, spanOf, toComment, type InlineText } from './inline-text.ts';
import type { PassageBlock } from '../terms/kinds.ts';
import { asParagraph, parseMarkdown } from './parse-markdown.ts';
import { longHtml } from './split-blocks.ts';
import { readCultureComment } from './tags.ts';

const promptMarker = /^supervision-lens-prompt:\s*(.*)$/s;
const letterOrDigit = /[\p{L}\p{N}]/u;

/** Ends whatever definitions may open, so that the block after them starts afresh. */
const fence = '\n\n<!---->\n\n';

/**
 * Reads one block. `stubs` are definitions that stand elsewhere in the record, as Markdown: they are read
 * before the block, so that references to them resolve as they do in the whole file.
 */
export function readBlock(text: string, stubs = ''): BlockReading {
  if (isCrowded(text)) return readNodes(asParagraph(text).children, text);
  const lead = stubs === '' ? '' : stubs + fence;
  try {
    const own = parseMarkdown(lead + text).children.filter((node) => spanOf(node).start >= lead.length);
    for (const node of lead === '' ? [] : own) moveBack(node, lead.length);
    return readNodes(own, text);
  } catch (error) {
    // Containers nested by the thousand: what can't be followed is taken for one paragraph.
    if (!(error instanceof RangeError)) throw error;
    return readNodes(asParagraph(text).children, text);
  }
}

/**
 * For each closing bracket the parser looks back at all brackets of its paragraph: a line with so many of them is no
 * prose, and is taken as it stands.
 */
const mostClosingBrackets = 1000;

function isCrowded(text: string): boolean {
  let count = 0;
  let line = 0;
  for (let at = text.indexOf(']'); at >= 0; at = text.indexOf(']', at + 1)) {
    if (count > 0 && /[\r\n]/.test(text.slice(line, at))) count = 0;
    line = at;
    if (++count > mostClosingBrackets) return true;
  }
  return false;
}

function readNodes(nodes: readonly RootContent[], text: string): BlockReading {
  const reader = new BlockReader(text);
  for (const node of nodes) reader.readNode(node, 'paragraph');
  return {
    elements: reader.elements,
    nodes: nodes.map(spanOf),
    definitions: reader.definitions,
    references: findReferences(text),
    openEnded: isOpenEnded(nodes.at(-1), text),
  };
}

class BlockReader {
  readonly elements: BlockElement[] = [];
  readonly definitions: string[] = [];
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  readNode(node: RootContent, block: PassageBlock): void {
    switch (node.type) {
      case 'heading': {
        const inline = this.#inline(node);
        this.elements.push({
          type: 'heading',
          depth: node.depth,
          plain: inline.plain,
          span: spanOf(node),
          textSpan: inline.textSpan ?? { start: spanOf(node).start, end: spanOf(node).start },
          tags: inline.tags,
        });
        this.#pushComments(inline);
        return;
      }
      case 'paragraph':
        this.#readParagraph(node, block, undefined);
        return;
      case 'blockquote':
        for (const child of node.children) this.readNode(child, 'quote');
        return;
      case 'list':
        this.#readList(node);
        return;
      case 'table':
        this.#readTable(node);
        return;
      case 'html':
        this.#readHtml(node);
        return;
      case 'definition':
        this.definitions.push(node.identifier);
        return;
      case 'footnoteDefinition':
        this.definitions.push(`^${node.identifier}`);
        for (const child of node.children) this.readNode(child, block);
        return;
      default:
        return;
    }
  }

  #readList(list: List): void {
    for (const item of list.children) this.#readItem(item);
  }

  #readItem(item: ListItem): void {
    item.children.forEach((child, index) => {
      if (child.type === 'paragraph') {
        const task = index === 0 && typeof item.checked === 'boolean' ? { done: item.checked } : undefined;
        this.#readParagraph(child, 'item', task);
      } else this.readNode(child, 'item');
    });
  }

  #readParagraph(node: Paragraph, block: PassageBlock, task: { done: boolean } | undefined): void {
    const inline = this.#inline(node);
    const marker = inline.comments
      .map(({ content }) => promptMarker.exec(content)?.[1])
      .find((id) => id !== undefined);
    if (marker !== undefined) {
      this.elements.push({ type: 'prompt', marker: marker.trim(), plain: inline.plain, span: spanOf(node) });
      return;
    }
    if (letterOrDigit.test(inline.plain.text)) {
      // A task's box isn't part of its words; mdast leaves it in where the item opens with a mark.
      const start = task === undefined ? spanOf(node).start : spanOf(node.children[0] ?? node).start;
      const span = { start, end: spanOf(node).end };
      const { plain, tags, struck } = inline;
      const textSpan = inline.textSpan ?? span;
      this.elements.push({
        type: 'passage',
        block,
        plain,
        span,
        textSpan,
        tags,
        task,
        row: undefined,
        struck,
        words: countWords(plain.text),
      });
    }
    this.#pushComments(inline);
  }

  #readTable(table: Table): void {
    const [header, ...rows] = table.children;
    const columns =
      header?.children.map((cell) => ({ plain: this.#inline(cell).plain, span: spanOf(cell) })) ?? [];
    for (const row of rows) this.#readRow(row, columns);
  }

  #readRow(row: TableRow, columns: readonly Cell[]): void {
    const builder = new PlainTextBuilder();
    const joined: InlineText = addInlineText(builder, undefined, this.#text);
    const cells: Cell[] = [];
    row.children.forEach((cell, index) => {
      const span = spanOf(cell);
      if (index > 0) builder.addSeparator(' | ', span.start);
      addInlineText(builder, cell, this.#text, joined);
      cells.push({ plain: this.#inline(cell).plain, span });
    });
    const plain = builder.build();
    if (letterOrDigit.test(plain.text)) {
      const span = spanOf(row);
      const textSpan = joined.textSpan ?? span;
      const { tags, struck } = joined;
      this.elements.push({
        ...{ type: 'passage', block: 'row', plain, span, textSpan, tags, task: undefined },
        ...{ row: { cells, columns }, struck, words: countWords(plain.text) },
      } as const);
    }
    this.#pushComments(joined);
  }

  #readHtml(node: Html): void {
    const { start, end } = spanOf(node);
    const source = this.#text.slice(start, end);
    for (let open = source.indexOf('<!--'); open >= 0;) {
      const close = source.indexOf('-->', open + 4);
      if (close < 0) {
        const span = shiftSpan({ start: open, end: open + 4 }, start);
        this.elements.push({ type: 'unclosed-comment', span });
        return;
      }
      const after = close + 3;
      const lineEnd = source.slice(after).search(/[\r\n]|$/);
      const rest = source.slice(after, after + lineEnd);
      const hides = source.startsWith('<!--') && letterOrDigit.test(rest.replace(/<[^<>]*>/g, ''));
      this.elements.push({
        type: 'comment',
        ...toComment(source.slice(open + 4, close), shiftSpan({ start: open, end: after }, start)),
        alone: true,
        hidden: hides ? shiftSpan({ start: after, end: after + lineEnd }, start) : undefined,
      });
      open = source.indexOf('<!--', after);
    }
  }

  #pushComments(inline: InlineText): void {
    for (const comment of inline.comments) {
      if (readCultureComment(comment.content) !== undefined) continue;
      this.elements.push({ type: 'comment', ...comment, alone: false, hidden: undefined });
    }
    for (const span of inline.unclosed) this.elements.push({ type: 'unclosed-comment', span });
  }

  #inline(node: Parent | undefined): InlineText & { readonly plain: PlainText } {
    const builder = new PlainTextBuilder();
    const inline = addInlineText(builder, node, this.#text);
    return { ...inline, plain: node === undefined ? emptyPlainText : builder.build() };
  }
}

/** Makes offsets relative to the block again. */
function moveBack(node: Node & { children?: Node[] }, by: number): void {
  for (const point of node.position === undefined ? [] : [node.position.start, node.position.end]) {
    if (point.offset !== undefined) point.offset -= by;
  }
  for (const child of node.children ?? []) moveBack(child, by);
}

/** Whether the last node of a block is a fence or an HTML block that isn't closed. */
function isOpenEnded(node: Node | undefined, text: string): boolean {
  if (node === undefined) return false;
  const span = spanOf(node);
  const source = text.slice(span.start, span.end);
  if (node.type === 'code') {
    const opening = /^ {0,3}(`{3,}|~{3,})/.exec(source)?.[1];
    if (opening === undefined) return false;
    const lines = source.split(/\r\n|\r|\n/);
    const last = lines.length > 1 ? (lines.at(-1) ?? '').trim() : '';
    return !(last.length >= opening.length && last === opening.charAt(0).repeat(last.length));
  }
  if (node.type === 'html') {
    const kind = longHtml.find(({ opens }) => opens.test(source));
    return kind !== undefined && !kind.closes.test(source.replace(kind.opens, ''));
  }
  return false;
}
