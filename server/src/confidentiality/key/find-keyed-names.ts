import type { ConfidentialityData } from '../confidentiality-data.ts';
import { alternatives } from '../in-text/find-numbers.ts';
import type { TextReader } from '../in-text/find-identifiers.ts';
import { foldName } from '../names/fold-name.ts';
import { particle, type NameCandidate } from '../names/find-names.ts';
import type { NameLexicon } from '../names/name-lexicon.ts';
import { findForms } from './find-forms.ts';
import type { PseudonymKey } from './pseudonym-key.ts';

interface Word {
  readonly start: number;
  readonly end: number;
  readonly folded: string;
  readonly capital: boolean;
}

interface KnownName {
  readonly words: readonly string[];
  /** Undefined: several people of the key share it. */
  readonly person: number | undefined;
  /** One word out of a longer name. */
  readonly isPart: boolean;
}

interface Mention {
  readonly start: number;
  readonly end: number;
  readonly person: number | undefined;
  readonly key: string;
}

/**
 * A reader that finds the real names of a key wherever they stand, and takes what stands for its people for no names.
 * A name in the key that is an everyday word too needs its capital.
 */
export function createKeyedReader(
  key: PseudonymKey,
  read: TextReader,
  lexicon: NameLexicon,
  data: ConfidentialityData,
): TextReader {
  const titles = data.titles.filter((title) => !data.loose_titles.includes(title));
  const title = new RegExp(`(?<!\\p{L})(?:${alternatives(titles)})\\.?\\s+$`, 'iu');
  const byFirst = new Map<string, KnownName[]>();
  const people = key.people();
  for (const known of knownNames(key, data)) {
    const [first = ''] = known.words;
    byFirst.set(
      first,
      [...(byFirst.get(first) ?? []), known].sort((a, b) => b.words.length - a.words.length),
    );
  }
  const find = (text: string): Mention[] => {
    const words = readWords(text);
    const mentions: Mention[] = [];
    for (let at = 0; at < words.length; at++) {
      const first = words[at];
      if (first === undefined) break;
      const known = nameAt(text, words, at);
      if (known === undefined) continue;
      const last = words[at + known.words.length - 1] ?? first;
      const before = title.exec(text.slice(0, first.start))?.[0];
      const start =
        before !== undefined && /^\p{Lu}/u.test(before) ? first.start - before.length : first.start;
      const name = known.person === undefined ? undefined : people[known.person]?.names[0];
      mentions.push({
        start,
        end: last.end,
        person: known.person,
        key: foldName(name ?? known.words.join(' ')),
      });
      at += known.words.length - 1;
    }
    return mentions;
  };
  const nameAt = (text: string, words: readonly Word[], at: number): KnownName | undefined => {
    const first = words[at];
    if (first === undefined) return undefined;
    // "The Hallams": the family goes by its name, too.
    const plural =
      first.capital && /..s$/.test(first.folded) ? byFirst.get(first.folded.slice(0, -1)) : undefined;
    const singles = plural?.filter((known) => known.words.length === 1) ?? [];
    return [...(byFirst.get(first.folded) ?? []), ...singles].find((known) => {
      for (let next = 1; next < known.words.length; next++) {
        const [word, before] = [words[at + next], words[at + next - 1]];
        if (word === undefined || before === undefined || word.folded !== known.words[next]) return false;
        if (!joinsNames(text.slice(before.end, word.start))) return false;
      }
      if (known.words.length > 1) return true;
      const { common } = lexicon.traits(first.folded);
      if (!first.capital) return !common && first.folded.length > 2;
      return !(known.isPart && common && opensSentence(text, first.start));
    });
  };
  return (text) => {
    const base = read(text);
    const forms = findForms(key, text);
    const mentions = find(text).filter((mention) => !base.others.some((other) => overlaps(mention, other)));
    if (mentions.length + forms.length === 0) return base;
    const names = base.names.filter((name) => ![...mentions, ...forms].some((each) => overlaps(name, each)));
    const keyed = mentions.map((mention): NameCandidate => {
      // "Danny Hallam-Price" where only Danny is in the key: the rest of the name goes with it.
      const around = base.names.find(
        (name) =>
          name.sure &&
          overlaps(name, mention) &&
          mentions.filter((each) => overlaps(name, each)).length === 1,
      );
      return {
        start: Math.min(mention.start, around?.start ?? mention.start),
        end: Math.max(mention.end, around?.end ?? mention.end),
        sure: true,
        full: true,
        key: mention.key,
        words: [],
        inKey: { called: mention.person === undefined ? undefined : people[mention.person]?.called },
      };
    });
    return { ...base, names: [...names, ...keyed].sort((a, b) => a.start - b.start) };
  };
}

/** All names of a key, whole and by their words; whole ones first. */
function knownNames(key: PseudonymKey, data: ConfidentialityData): KnownName[] {
  const whole = new Map<string, KnownName>();
  const parts = new Map<string, KnownName>();
  for (const [person, { names }] of key.people().entries()) {
    for (const name of names) {
      const words = readWords(name).map(({ folded }) => folded);
      if (words.length === 0) continue;
      whole.set(words.join(' '), { words, person, isPart: false });
      for (const word of words.length > 1 ? words : []) {
        if (word.length < 2 || word === 'and' || particle.test(word) || data.titles.includes(word)) continue;
        const other = parts.get(word);
        const owner = other !== undefined && other.person !== person ? undefined : person;
        parts.set(word, { words: [word], person: owner, isPart: true });
      }
    }
  }
  return [...whole.values(), ...[...parts].flatMap(([word, part]) => (whole.has(word) ? [] : [part]))];
}

function readWords(text: string): Word[] {
  return Array.from(
    text.matchAll(/\p{L}[\p{L}\p{M}]*(?:['’]\p{L}[\p{L}\p{M}]*)*/gu),
    ({ 0: written, index }) => {
      const word = written.replace(/['’]s$/iu, '');
      const capital = /^\p{Lu}/u.test(word);
      return { start: index, end: index + word.length, folded: foldName(word), capital };
    },
  );
}

/** Whether what stands between two words leaves them one name: a space or two, a new line, a hyphen; "J. Hallam". */
function joinsNames(between: string): boolean {
  const mark = between.trim();
  if (mark === '' || (mark === '.' && between.startsWith('.'))) {
    const spaces = between.length - mark.length;
    return spaces > 0 && (spaces <= 3 || /[\r\n]/.test(between));
  }
  return /^\s?[-‐–]\s?$/.test(between);
}

/** Whether a word at this place has its capital from the sentence, line or cell that it opens. */
function opensSentence(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 8), start);
  const said = before.trimEnd();
  const spaces = before.slice(said.length);
  if (said === '' || spaces.includes('\n') || /[.!?:|“"•*]$/.test(said)) return true;
  return spaces !== '' && /[-–—]$/.test(said);
}

function overlaps(
  one: { readonly start: number; readonly end: number },
  other: { readonly start: number; readonly end: number },
): boolean {
  return one.start < other.end && other.start < one.end;
}
