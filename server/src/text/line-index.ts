/** A place in a text as LSP counts it: 0-based line and 0-based UTF-16 character. */
export interface Place {
  readonly line: number;
  readonly character: number;
}

/** A stretch of a text as lines and characters, both 0-based; the end exclusive. */
export interface PlaceSpan {
  readonly start: Place;
  readonly end: Place;
}

/** Converts between UTF-16 offsets and lines of one text. Lines end with `\n`, `\r\n` or `\r`. */
export interface LineIndex {
  readonly lineCount: number;
  /** The place of an offset; offsets beyond the text count as its end. */
  placeAt: (offset: number) => Place;
  /** The offset of a place; characters beyond the line count as its end (before its line ending). */
  offsetAt: (place: Place) => number;
  /** Where a 0-based line starts. Lines beyond the last start at the end of the text. */
  lineStart: (line: number) => number;
}

/** Builds the index of a text in one pass. */
export function createLineIndex(text: string): LineIndex {
  const starts = [0];
  for (let offset = 0; offset < text.length; offset++) {
    const code = text.charCodeAt(offset);
    if (code === 10 || (code === 13 && text.charCodeAt(offset + 1) !== 10)) starts.push(offset + 1);
  }
  const lineStart = (line: number): number => starts[line] ?? text.length;
  return {
    lineCount: starts.length,
    lineStart,
    placeAt(offset) {
      const bounded = Math.max(0, Math.min(offset, text.length));
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (lineStart(middle) <= bounded) low = middle;
        else high = middle - 1;
      }
      return { line: low, character: bounded - lineStart(low) };
    },
    offsetAt({ line, character }) {
      if (line >= starts.length) return text.length;
      let end = line + 1 < starts.length ? lineStart(line + 1) : text.length;
      while (end > lineStart(line) && /[\r\n]/.test(text.charAt(end - 1))) end--;
      return Math.min(lineStart(line) + Math.max(0, character), end);
    },
  };
}
