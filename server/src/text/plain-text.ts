/**
 * Words without their Markdown, with the way back: white space is folded to single spaces, and every
 * character of `text` knows the offset in the source that it came from.
 */
export interface PlainText {
  readonly text: string;
  /**
   * Pairs (offset in `text`, offset in the source), ascending: from the first up to the next pair both
   * advance together.
   */
  readonly runs: readonly number[];
}

/** No words. */
export const emptyPlainText: PlainText = { text: '', runs: [] };

/** The source offset of the character at `offset` of the plain text. */
export function sourceOffset(plain: PlainText, offset: number): number {
  const { runs } = plain;
  let low = 0;
  let high = runs.length / 2 - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((runs[middle * 2] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return (runs[low * 2 + 1] ?? 0) + offset - (runs[low * 2] ?? 0);
}

/** The span in the source of `start..end` (end exclusive) of the plain text. */
export function sourceSpan(plain: PlainText, start: number, end: number): { start: number; end: number } {
  const from = sourceOffset(plain, start);
  return { start: from, end: end > start ? sourceOffset(plain, end - 1) + 1 : from };
}

/** Collects plain text piece by piece; folds white space and drops it at both ends. */
export class PlainTextBuilder {
  #text = '';
  readonly #runs: number[] = [];
  /** Where the source stands if the current run goes on. */
  #next = -1;
  /** The source offset of white space that is owed before the next word. */
  #owed = -1;

  /** Adds `value`; `offsets` gives the source offset of its character `i`, or the first one if they advance together. */
  add(value: string, offsets: number | readonly number[]): void {
    const at = (index: number): number =>
      typeof offsets === 'number' ? offsets + index : (offsets[index] ?? this.#next);
    for (let index = 0; index < value.length; index++) {
      const code = value.charCodeAt(index);
      if (isWhiteSpace(code)) {
        if (this.#owed < 0) this.#owed = at(index);
        continue;
      }
      if (this.#owed >= 0) {
        if (this.#text !== '') this.#push(' ', this.#owed);
        this.#owed = -1;
      }
      this.#push(value.charAt(index), at(index));
    }
  }

  /** Adds a separator that has no source of its own, such as ` | ` between cells; it stands at `offset`. */
  addSeparator(value: string, offset: number): void {
    this.#owed = -1;
    for (const character of value) this.#push(character, offset);
  }

  build(): PlainText {
    const text = this.#text.trimEnd();
    while (this.#runs.length > 0 && (this.#runs.at(-2) ?? 0) >= text.length) this.#runs.splice(-2);
    return { text, runs: this.#runs };
  }

  #push(character: string, offset: number): void {
    if (offset !== this.#next) this.#runs.push(this.#text.length, offset);
    this.#text += character;
    this.#next = offset + character.length;
  }
}

function isWhiteSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0x2028 || code === 0x2029;
}
