import type { Span } from '../text/span.ts';

/*
 * Cuts a Markdown body into stretches that remark-parse can read one by one with the same result as in
 * one go. A cut is only made before a line that starts at column 1 after a blank line, where no fence,
 * HTML block or list can go on: such a line ends every open container (CommonMark 0.31, 3 and 5). The
 * scanner may keep more together than it must; it must never cut where a parser would go on. A last
 * check on the parsed block (`isOpenEnded` in read-block.ts) joins what it cut in error.
 */

interface OpenFence {
  readonly marker: string;
  readonly length: number;
}

/** HTML blocks that go on over blank lines until their end (CommonMark 4.6, kinds 1 to 5). */
export const longHtml: readonly { readonly opens: RegExp; readonly closes: RegExp }[] = [
  { opens: /^ {0,3}<!--/, closes: /-->/ },
  {
    opens: /^ {0,3}<(?:script|pre|style|textarea)(?=[\s>]|$)/i,
    closes: /<\/(?:script|pre|style|textarea)>/i,
  },
  { opens: /^ {0,3}<\?/, closes: /\?>/ },
  { opens: /^ {0,3}<!\[CDATA\[/, closes: /\]\]>/ },
  { opens: /^ {0,3}<![a-z]/i, closes: />/ },
];

/** HTML blocks that a blank line ends: a complete tag alone on its line, or a block element (kinds 6 and 7). */
const shortHtml =
  /^ {0,3}(?:<\/?[a-z][^>]*>[ \t]*$|<\/?(?:address|article|aside|blockquote|body|center|details|dialog|dd|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|nav|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul)(?=[\s/>]|$))/i;

const listMarker = /^( {0,3})([-+*]|\d{1,9}[.)])(?:([ \t]+)|$)/;
const fence = /^( {0,3})(`{3,}(?=[^`]*$)|~{3,})/;
const thematicBreak = /^ {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$/;
const interruptsParagraph = /^ {0,3}(?:#{1,6}(?:\s|$)|>|```|~~~|<)/;

/**
 * The blocks of `text` from offset `from` on, in order, with nothing between them left out: each starts
 * where the one before ends, so blank lines belong to the block before. No blocks for an empty text.
 */
export function splitBlocks(text: string, from = 0): Span[] {
  const spans: Span[] = [];
  const next = createSplitter(text, from);
  for (let span = next(); span !== undefined; span = next()) spans.push(span);
  return spans;
}

/**
 * Gives the same blocks one by one, undefined after the last. What it gives from the start of a block on hangs on the
 * text from there on alone: it may be begun at any of them.
 */
export function createSplitter(text: string, from = 0): () => Span | undefined {
  const scanner = new BlockScanner();
  let blockStart = from;
  let lineStart = from;
  return () => {
    while (lineStart < text.length) {
      const start = lineStart;
      const lineEnd = endOfLine(text, start);
      lineStart = lineEnd.next;
      if (!scanner.startsBlock(text.slice(start, lineEnd.content)) || start === blockStart) continue;
      const span = { start: blockStart, end: start };
      blockStart = start;
      return span;
    }
    if (blockStart >= text.length) return undefined;
    const span = { start: blockStart, end: text.length };
    blockStart = text.length;
    return span;
  };
}

/** Where the content of a line ends, and where the next line starts. */
export function endOfLine(text: string, start: number): { readonly content: number; readonly next: number } {
  let end = start;
  while (end < text.length) {
    const code = text.charCodeAt(end);
    if (code === 10) return { content: end, next: end + 1 };
    if (code === 13) return { content: end, next: text.charCodeAt(end + 1) === 10 ? end + 2 : end + 1 };
    end++;
  }
  return { content: end, next: end };
}

class BlockScanner {
  #fence: OpenFence | undefined;
  #htmlCloses: RegExp | undefined;
  /** Inside an HTML block that a blank line ends: nothing else can open there. */
  #shortHtml = false;
  /** Where the content of the outermost open list item starts (columns); undefined outside lists. */
  #itemContent: number | undefined;
  #afterBlank = true;
  /** The last line with words looks like indented code: the parser then reads a list after it as it does within a paragraph. */
  #afterIndented = false;

  /** Takes the next line; tells whether a new block may start with it. */
  startsBlock(line: string): boolean {
    if (this.#fence !== undefined) return this.#insideFence(line, this.#fence);
    if (this.#htmlCloses !== undefined) return this.#insideHtml(line, this.#htmlCloses);
    if (/^[ \t]*$/.test(line)) {
      this.#afterBlank = true;
      this.#shortHtml = false;
      return false;
    }
    const indent = indentOf(line);
    const marker = thematicBreak.test(line) ? null : listMarker.exec(line);
    const goesOn = this.#itemContent !== undefined && (indent >= this.#itemContent || marker !== null);
    const starts = this.#afterBlank && indent === 0 && !goesOn && !(this.#afterIndented && marker !== null);
    this.#afterIndented = indent >= 4;
    const blankBefore = this.#afterBlank;
    this.#afterBlank = false;
    if (marker !== null && (this.#itemContent !== undefined || !this.#shortHtml)) {
      if (this.#itemContent === undefined || indent < this.#itemContent)
        this.#itemContent = contentOf(marker, line);
      return starts;
    }
    if (this.#itemContent !== undefined) {
      if (indent >= this.#itemContent) return starts;
      if (!blankBefore && !interruptsParagraph.test(line)) return starts;
      this.#itemContent = undefined;
    }
    this.#open(line, blankBefore);
    return starts;
  }

  #insideFence(line: string, open: OpenFence): false {
    const close = /^ {0,3}(`+|~+)[ \t]*$/.exec(line);
    const run = close?.[1];
    if (run?.startsWith(open.marker) === true && run.length >= open.length) this.#fence = undefined;
    this.#afterBlank = false;
    return false;
  }

  #insideHtml(line: string, closes: RegExp): false {
    if (closes.test(line)) this.#htmlCloses = undefined;
    this.#afterBlank = false;
    return false;
  }

  /** Notes what this top-level line opens. */
  #open(line: string, blankBefore: boolean): void {
    if (this.#shortHtml) return;
    const opening = fence.exec(line);
    const run = opening?.[2];
    if (run !== undefined) {
      this.#fence = { marker: run.charAt(0), length: run.length };
      return;
    }
    for (const { opens, closes } of longHtml) {
      const match = opens.exec(line);
      if (match === null) continue;
      if (!closes.test(line.slice(match[0].length))) this.#htmlCloses = closes;
      return;
    }
    if (shortHtml.test(line) && blankBefore) this.#shortHtml = true;
  }
}

function indentOf(line: string): number {
  let column = 0;
  for (const character of line) {
    if (character === ' ') column++;
    else if (character === '\t') column += 4 - (column % 4);
    else break;
  }
  return column;
}

/** The column at which an item's content starts (CommonMark 5.2). */
function contentOf(marker: RegExpExecArray, line: string): number {
  const before = (marker[1]?.length ?? 0) + (marker[2]?.length ?? 0);
  const rest = line.slice(before);
  const gap = indentOf(' '.repeat(before) + rest) - before;
  return gap >= 1 && gap <= 4 && rest.trim() !== '' ? before + gap : before + 1;
}
