import { rememberRecent } from './remember-recent.ts';
import { findWords } from './words.ts';

/** The words of a text, in order: where each starts and ends (UTF-16 offsets, end exclusive), and its number in the book. */
export interface TextWords {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly ids: readonly number[];
}

/**
 * Takes texts apart into words once for all who look for words in them. Words are folded (lower case, apostrophes
 * straight); equal ones have the same number. Numbers are good as long as `volume` is the same: a book that is full
 * begins a new one. What knows texts for longer keeps the volume beside them.
 */
export interface WordBook {
  /** Changes only when a text is read. */
  readonly volume: () => number;
  /** The words of a text; the last texts are remembered. */
  readonly read: (text: string) => TextWords;
  /** The number of a folded word. */
  readonly idOf: (form: string) => number;
  readonly formOf: (id: number) => string;
  /** Makes notes on words. What it returns gives a word's note, made by `make` when first asked for. */
  readonly createNotes: <Value>(make: (form: string) => Value) => (id: number) => Value;
}

/** Words in a volume: more than a run of records uses. */
const usualLimit = 100_000;
/** Texts that are remembered: most records have fewer passages. */
const rememberedTexts = 128;

const tableSize = 0x250;
const [other, letterOrDigit, joiner] = [0, 1, 2];
/** Latin letters and their neighbours: what each unit is to a word. */
const kinds = Uint8Array.from({ length: tableSize }, (_, unit) => {
  const character = String.fromCharCode(unit);
  if (/[\p{L}\p{N}]/u.test(character)) return letterOrDigit;
  return character === "'" || character === '-' ? joiner : other;
});
/** What each becomes when it's folded; 0: not one unit. */
const folded = Uint16Array.from({ length: tableSize }, (_, unit) => {
  const lower = String.fromCharCode(unit).toLowerCase();
  return lower.length === 1 ? lower.charCodeAt(0) : 0;
});
const straightApostrophe = 0x27;
const curlyApostrophe = 0x2019;

/** Dashes, quotation marks, bullets, the ellipsis. */
function isPunctuation(unit: number): boolean {
  return unit >= 0x2000 && unit < 0x2070;
}

function foldUnit(unit: number): number {
  return unit < tableSize ? folded[unit]! : unit === curlyApostrophe ? straightApostrophe : 0;
}

/** Makes a book; a volume holds `limit` words and those of one text more. */
export function createWordBook(limit = usualLimit): WordBook {
  let volume = 0;
  let shelves = new Int32Array(1 << 14);
  let forms: string[] = [];
  const notes: unknown[][] = [];

  const place = (id: number): void => {
    const form = forms[id]!;
    let hash = 0;
    for (let at = 0; at < form.length; at++) hash = mix(hash, form.charCodeAt(at));
    let shelf = shelfOf(hash, shelves);
    while (shelves[shelf] !== 0) shelf = (shelf + 1) & (shelves.length - 1);
    shelves[shelf] = id + 1;
  };
  const add = (form: string): number => {
    const id = forms.push(form) - 1;
    if (forms.length * 3 < shelves.length) place(id);
    else {
      shelves = new Int32Array(shelves.length * 2);
      for (let each = 0; each <= id; each++) place(each);
    }
    return id;
  };
  const idOf = (form: string): number => {
    let hash = 0;
    for (let at = 0; at < form.length; at++) hash = mix(hash, form.charCodeAt(at));
    for (let shelf = shelfOf(hash, shelves); ; shelf = (shelf + 1) & (shelves.length - 1)) {
      const id = shelves[shelf]! - 1;
      if (id < 0) return add(form);
      if (forms[id] === form) return id;
    }
  };
  /** The number of the word at a place of a text; no text of its own is made for one that is known. */
  const idAt = (text: string, start: number, end: number, hash: number): number => {
    for (let shelf = shelfOf(hash, shelves); ; shelf = (shelf + 1) & (shelves.length - 1)) {
      const id = shelves[shelf]! - 1;
      if (id < 0) return add(foldCase(text.slice(start, end)));
      if (isFormAt(forms[id]!, text, start, end)) return id;
    }
  };
  const read = (text: string): TextWords => {
    const starts: number[] = [];
    const ends: number[] = [];
    const ids: number[] = [];
    for (let at = 0; at < text.length; at++) {
      let unit = text.charCodeAt(at);
      if (unit >= tableSize) {
        if (isPunctuation(unit)) continue;
        return readSlowly(text);
      }
      if (kinds[unit] !== letterOrDigit) continue;
      const start = at;
      let hash = 0;
      for (;;) {
        const fold = foldUnit(unit);
        if (fold === 0) return readSlowly(text);
        hash = mix(hash, fold);
        if (++at >= text.length) break;
        unit = text.charCodeAt(at);
        if (unit < tableSize ? kinds[unit] === joiner : unit === curlyApostrophe) {
          const next = at + 1 < text.length ? text.charCodeAt(at + 1) : 0;
          if (next >= tableSize) {
            if (!isPunctuation(next)) return readSlowly(text);
            break;
          }
          if (kinds[next] !== letterOrDigit) break;
          hash = mix(hash, foldUnit(unit));
          at++;
          unit = next;
        } else if (unit >= tableSize) {
          if (!isPunctuation(unit)) return readSlowly(text);
          break;
        } else if (kinds[unit] !== letterOrDigit) break;
      }
      starts.push(start);
      ends.push(at);
      ids.push(idAt(text, start, at, hash));
    }
    return { starts, ends, ids };
  };
  /** The same for all alphabets. Lower case can be longer than the text; then each word is folded by itself. */
  const readSlowly = (text: string): TextWords => {
    const words = findWords(text);
    const lower = foldCase(text);
    const isAligned = lower.length === text.length;
    return {
      starts: words.map(({ start }) => start),
      ends: words.map(({ end }) => end),
      ids: words.map(({ start, end }) =>
        idOf(isAligned ? lower.slice(start, end) : foldCase(text.slice(start, end))),
      ),
    };
  };
  let recent = rememberRecent(rememberedTexts, read);
  const beginVolume = (): void => {
    volume++;
    shelves.fill(0);
    forms = [];
    for (const each of notes) each.length = 0;
    recent = rememberRecent(rememberedTexts, read);
  };
  return {
    volume: () => volume,
    read(text) {
      if (forms.length >= limit) beginVolume();
      return recent(text);
    },
    idOf,
    formOf: (id) => forms[id] ?? '',
    createNotes<Value>(make: (form: string) => Value) {
      const values: (Value | undefined)[] = [];
      notes.push(values);
      return (id: number): Value => {
        const known = values[id];
        if (known !== undefined) return known;
        while (values.length <= id) values.push(undefined);
        return (values[id] = make(forms[id] ?? ''));
      };
    },
  };
}

function mix(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

function shelfOf(hash: number, shelves: Int32Array): number {
  return (hash ^ (hash >>> 15)) & (shelves.length - 1);
}

function isFormAt(form: string, text: string, start: number, end: number): boolean {
  if (form.length !== end - start) return false;
  for (let at = 0; at < form.length; at++)
    if (form.charCodeAt(at) !== foldUnit(text.charCodeAt(start + at))) return false;
  return true;
}

function foldCase(text: string): string {
  const lower = text.toLowerCase();
  return lower.includes('’') ? lower.replaceAll('’', "'") : lower;
}
