const word = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu;

/** How many words a plain text has; a word is as spec section 3 defines it. */
export function countWords(text: string): number {
  return text.match(word)?.length ?? 0;
}

/** Where a word stands, as UTF-16 offsets. */
export interface Word {
  readonly start: number;
  readonly end: number;
}

/** What a UTF-16 unit is to a word. */
const unitKinds = { other: 0, letterOrDigit: 1, joiner: 2, untold: 3 } as const;

/** Latin letters and their neighbours, up to here, are told by a table. */
const tableSize = 0x250;
const unitTable = Uint8Array.from({ length: tableSize }, (_, unit) => {
  const character = String.fromCharCode(unit);
  if (/[\p{L}\p{N}]/u.test(character)) return unitKinds.letterOrDigit;
  return character === "'" || character === '-' ? unitKinds.joiner : unitKinds.other;
});
const curlyApostrophe = 0x2019;

function unitKindAt(text: string, at: number): number {
  if (at >= text.length) return unitKinds.other;
  const unit = text.charCodeAt(at);
  if (unit < tableSize) return unitTable[unit]!;
  if (unit === curlyApostrophe) return unitKinds.joiner;
  // Dashes, quotation marks, bullets, the ellipsis.
  return unit >= 0x2000 && unit < 0x2070 ? unitKinds.other : unitKinds.untold;
}

/** The words of a plain text in order. */
export function findWords(text: string): Word[] {
  // Every passage comes this way, and a scan by table takes a third of the expression's time.
  const words: Word[] = [];
  for (let at = 0; at < text.length; at++) {
    let kind = unitKindAt(text, at);
    if (kind === unitKinds.letterOrDigit) {
      const start = at;
      do {
        kind = unitKindAt(text, ++at);
        if (kind === unitKinds.joiner) {
          const next = unitKindAt(text, at + 1);
          if (next !== unitKinds.other) kind = next;
        }
      } while (kind === unitKinds.letterOrDigit);
      words.push({ start, end: at });
    }
    if (kind === unitKinds.untold) return matchWords(text);
  }
  return words;
}

/** The same by the expression, for all alphabets. */
function matchWords(text: string): Word[] {
  return Array.from(text.matchAll(word), ({ 0: match, index }) => ({
    start: index,
    end: index + match.length,
  }));
}

/** Lower case, typographic apostrophes made plain, white space folded: for comparing names and headings. */
export function foldText(text: string): string {
  return text.toLowerCase().replace(/[‘’]/g, "'").replace(/\s+/g, ' ').trim();
}
