import { foldText } from './words.ts';

/** A phrase found in a text, as UTF-16 offsets into the text that was searched. */
export interface PhraseMatch<Value> {
  readonly start: number;
  readonly end: number;
  readonly phrase: string;
  readonly value: Value;
}

/** Finds whole phrases in texts, in any case, with curly and straight apostrophes alike. */
export interface PhraseFinder<Value> {
  /** All matches in order of their start, the longer first where two start together; they may overlap. */
  find: (text: string) => PhraseMatch<Value>[];
  /** Whether any phrase stands in the text. */
  occursIn: (text: string) => boolean;
}

/** Compiles phrases to one regular expression with bounded work per character (no nested repetition). */
export function createPhraseFinder<Value>(entries: Iterable<readonly [string, Value]>): PhraseFinder<Value> {
  const values = new Map<string, Value>();
  for (const [phrase, value] of entries)
    if (!values.has(foldText(phrase))) values.set(foldText(phrase), value);
  const byLength = [...values.keys()].filter((phrase) => phrase !== '').sort((a, b) => b.length - a.length);
  const source = byLength.map((phrase) => escapeRegExp(phrase).replace(/ /g, '\\s+')).join('|');
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?=(${source})(?![\\p{L}\\p{N}]))`, 'giu');
  const straight = (text: string): string => text.replace(/[‘’]/g, "'");
  return {
    find(text) {
      if (byLength.length === 0) return [];
      const found: PhraseMatch<Value>[] = [];
      for (const match of straight(text).matchAll(pattern)) {
        const phrase = foldText(match[1] ?? '');
        const value = values.get(phrase);
        if (value === undefined && !values.has(phrase)) continue;
        found.push({
          start: match.index,
          end: match.index + (match[1] ?? '').length,
          phrase,
          value: value as Value,
        });
      }
      return found;
    },
    occursIn(text) {
      pattern.lastIndex = 0;
      return byLength.length > 0 && pattern.test(straight(text));
    },
  };
}

/** A string as a regular expression that matches just it. */
export function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
