import type { Html, Node, Parent, Text } from 'mdast';
import type { PlainTextBuilder } from '../text/plain-text.ts';
import type { Span } from '../text/span.ts';
import type { Comment, TagMark } from './block-elements.ts';
import { hashtagPattern, isCultureTag, readCultureComment } from './tags.ts';

/** What the inline content of a paragraph, heading or cell holds besides its words. */
export interface InlineText {
  readonly tags: TagMark[];
  readonly comments: Comment[];
  readonly unclosed: Span[];
  /** From the first to the last word, tags and comments at either end left out; undefined without words. */
  textSpan: Span | undefined;
  struck: boolean;
}

/** The span of a node; nodes that a plug-in made without a position count as empty at 0. */
export function spanOf(node: Node): Span {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}

/** A comment from what stands between its delimiters. */
export function toComment(inner: string, span: Span): Comment {
  return { content: inner.trim(), lead: inner.length - inner.trimStart().length, span };
}

/**
 * Adds the words below `node` to `builder`, culture tags and comments left out, and returns (or adds to
 * `into`) what else is there. `source` is the text that the node's offsets speak of.
 */
export function addInlineText(
  builder: PlainTextBuilder,
  node: Parent | undefined,
  source: string,
  into: InlineText = { tags: [], comments: [], unclosed: [], textSpan: undefined, struck: true },
): InlineText {
  if (node !== undefined)
    new InlineReader(builder, source, into, spanOf(node).start).readChildren(node, false);
  return into;
}

class InlineReader {
  readonly #builder: PlainTextBuilder;
  readonly #source: string;
  readonly #into: InlineText;
  /** Where reading has got to: nodes without a position are looked for from here. */
  #cursor: number;

  constructor(builder: PlainTextBuilder, source: string, into: InlineText, start: number) {
    this.#builder = builder;
    this.#source = source;
    this.#into = into;
    this.#cursor = start;
  }

  readChildren(parent: Parent, struck: boolean): void {
    for (const child of parent.children) {
      if (child.type === 'text') this.#readText(child, struck);
      else if (child.type === 'html') this.#readHtml(child);
      else if (child.type === 'break') this.#builder.add(' ', spanOf(child).start);
      else if (child.type === 'inlineCode') this.#addValue(child.value, child, struck);
      else if (child.type === 'image' || child.type === 'imageReference') {
        if (child.alt != null) this.#addValue(child.alt, child, struck);
      } else if ('children' in child) this.readChildren(child, struck || child.type === 'delete');
      if (child.position !== undefined) this.#cursor = spanOf(child).end;
    }
  }

  #readText(node: Text, struck: boolean): void {
    const offsets = this.#align(node.value, node);
    let from = 0;
    for (const match of node.value.matchAll(hashtagPattern)) {
      const name = match[2] ?? '';
      const start = match.index + (match[1]?.length ?? 0);
      const end = start + 1 + name.length;
      const span = { start: offsetAt(offsets, start), end: offsetAt(offsets, end - 1) + 1 };
      this.#into.tags.push({ form: 'hashtag', values: [name], span });
      if (!isCultureTag(name)) continue;
      this.#add(node.value, from, start, offsets, struck);
      from = end;
    }
    this.#add(node.value, from, node.value.length, offsets, struck);
    const open = node.value.indexOf('<!--');
    if (open >= 0) {
      const start = offsetAt(offsets, open);
      this.#into.unclosed.push({ start, end: start + 4 });
    }
  }

  #readHtml(node: Html): void {
    const match = /^<!--([\s\S]*?)-->$/.exec(node.value);
    if (match === null) return;
    const comment = toComment(match[1] ?? '', spanOf(node));
    this.#into.comments.push(comment);
    const values = readCultureComment(comment.content);
    if (values !== undefined) this.#into.tags.push({ form: 'comment', values, span: comment.span });
  }

  #addValue(value: string, node: Node, struck: boolean): void {
    this.#add(value, 0, value.length, this.#align(value, node), struck);
  }

  #add(value: string, from: number, to: number, offsets: number | readonly number[], struck: boolean): void {
    const part = value.slice(from, to);
    if (part === '') return;
    if (typeof offsets === 'number') this.#builder.add(part, offsets + from);
    else this.#builder.add(part, offsets.slice(from, to));
    const first = part.search(/\S/);
    if (first < 0) return;
    const last = part.trimEnd().length - 1;
    const start = offsetAt(offsets, from + first);
    const end = offsetAt(offsets, from + last) + 1;
    const before = this.#into.textSpan;
    this.#into.textSpan = { start: before?.start ?? start, end: Math.max(before?.end ?? end, end) };
    if (!struck && /[\p{L}\p{N}]/u.test(part)) this.#into.struck = false;
  }

  /**
   * Source offsets of the characters of a value: one number where they advance together, else one per
   * character (escapes, character references, and line prefixes of quotes and lists make the difference).
   */
  #align(value: string, node: Node): number | readonly number[] {
    const known = node.position !== undefined;
    const start = known
      ? spanOf(node).start
      : Math.max(this.#cursor, this.#source.indexOf(value, this.#cursor));
    const end = known ? spanOf(node).end : Math.min(this.#source.length, start + value.length);
    if (!known) this.#cursor = end;
    const found = this.#source.startsWith(value, start)
      ? start
      : this.#source.slice(start, end).indexOf(value) + start;
    if (this.#source.startsWith(value, found) && found + value.length <= end) return found;
    return alignCharacters(value, this.#source, start, end);
  }
}

const characterReference = /&(?:#x?[0-9a-f]{1,7}|[a-z][a-z0-9]{1,31});/iy;

/** Walks value and source side by side; every character that has no counterpart begins where the walk stands. */
function alignCharacters(value: string, source: string, start: number, end: number): readonly number[] {
  const offsets: number[] = [];
  let at = start;
  for (let index = 0; index < value.length; index++) {
    const wanted = value.charAt(index);
    if (value.charAt(index - 1) === '\n')
      while (at < end && /[ \t>]/.test(source.charAt(at)) && source.charAt(at) !== wanted) at++;
    characterReference.lastIndex = at;
    const reference = characterReference.exec(source)?.[0];
    if (reference !== undefined && !value.startsWith(reference, index)) {
      offsets.push(at);
      at += reference.length;
    } else if (source.charAt(at) === wanted) offsets.push(at++);
    else if (source.charAt(at + 1) === wanted && /[\\\r]/.test(source.charAt(at))) {
      offsets.push(at + 1);
      at += 2;
    } else offsets.push(Math.min(at, end - 1));
  }
  return offsets;
}

function offsetAt(offsets: number | readonly number[], index: number): number {
  return typeof offsets === 'number' ? offsets + index : (offsets[index] ?? offsets.at(-1) ?? 0);
}
