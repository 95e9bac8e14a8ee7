import { createPhraseFinder, escapeRegExp } from '../text/phrases.ts';
import { sourceSpan, type PlainText } from '../text/plain-text.ts';
import { shiftSpan } from '../text/span.ts';
import type { RecordKind } from '../terms/kinds.ts';
import type { HeaderValue, VoiceMention } from './record.ts';
import type { Vocabulary, Voice } from './vocabulary.ts';

/** Finds who speaks or is reported in one passage; made once for each record, since names come from its header. */
export type VoiceReader = (plain: PlainText, offset: number) => readonly VoiceMention[];

const noMentions: readonly VoiceMention[] = [];
/** So many headers' readings are remembered at a time. */
const headersRemembered = 8;

/** Names and initials as they stand in a header value: "JP (off-site PE)", "HB", "T.", "FN (NQSW), RO". */
export function namesIn(value: string): string[] {
  return value
    .replace(/\([^()]*\)/g, ' ')
    .split(/[,;&/]| and | with /)
    .map((part) => part.trim().replace(/(?<![.,])[.,]+$/, ''))
    .filter((part) => /^\p{Lu}/u.test(part) && part.length <= 40);
}

/** Makes the readers. A voice counts where the text shows it: "RP said", "JD view:", "**Q.**", `mum: "…"`. */
export function createVoiceReaders(
  vocabulary: Vocabulary,
): (header: readonly HeaderValue[], kind: RecordKind) => VoiceReader {
  const { roles, speech } = vocabulary.data.voices;
  const nouns = new Map(
    roles.flatMap(({ voice, nouns: words }) => words.map((noun) => [noun.toLowerCase(), voice] as const)),
  );
  const nounSource = [...nouns.keys()]
    .sort((a, b) => b.length - a.length)
    .map(escapeRegExp)
    .join('|');
  const verbs = speech.map(escapeRegExp).join('|');
  // A speaker and, within two words, a verb of speech; or a speaker before a colon or an opening quotation mark.
  const tail = `(?=['’]s view|(?: (?!and\\b)[\\p{L}'’]+)? (?:${verbs})(?![\\p{L}])|[:,]? ?["“:])`;
  const byNoun = new RegExp(`(?<![\\p{L}\\p{N}])(${nounSource})(?:\\.? \\p{Lu}\\.?)?${tail}`, 'giu');
  const initials = new RegExp(`(?<![\\p{L}\\p{N}.])(\\p{Lu}(?:c?\\p{Lu}){0,3})\\.?${tail}`, 'gu');
  // By what the header says of people: an edit elsewhere leaves it, and most texts, as they are.
  const remembered = new Map<string, WeakMap<PlainText, readonly VoiceMention[]>>();
  const quick = createPhraseFinder(speech.map((verb) => [verb, undefined] as const));

  return (header, kind) => {
    const names = new Map<string, Voice>();
    const learn = (key: string, voice: Voice): void => {
      const value = header.find((field) => field.key === key)?.text;
      for (const name of value === undefined ? [] : namesIn(value)) {
        // Notes say "KL said" where the header has the full name.
        const initials = name
          .split(/[ -]/)
          .map((part) => part.charAt(0))
          .join('');
        for (const each of [name, initials]) if (!names.has(each)) names.set(each, voice);
      }
    };
    learn('supervisor', 'supervisor');
    learn('supervisee', 'worker');
    learn('attendees', kind === 'group' ? 'peer' : 'other');
    const key = JSON.stringify([...names]);
    const known = remembered.get(key) ?? new WeakMap<PlainText, readonly VoiceMention[]>();
    if (!remembered.has(key)) {
      if (remembered.size >= headersRemembered) remembered.clear();
      remembered.set(key, known);
    }
    const read = ({ text, runs }: PlainText): readonly VoiceMention[] => {
      if (!/["“:]/.test(text) && !quick.occursIn(text)) return noMentions;
      const mentions: VoiceMention[] = [];
      const add = (match: RegExpMatchArray, voice: Voice): void => {
        const start = match.index ?? 0;
        const end = start + (match[1] ?? '').length;
        mentions.push({ voice, span: sourceSpan({ text, runs }, start, end) });
      };
      for (const match of text.matchAll(initials)) {
        const voice = names.get(match[1] ?? '');
        if (voice !== undefined) add(match, voice);
      }
      for (const match of text.matchAll(byNoun)) {
        const voice = nouns.get((match[1] ?? '').toLowerCase());
        if (voice !== undefined) add(match, voice);
      }
      return mentions.sort((a, b) => a.span.start - b.span.start);
    };
    return (plain, offset) => {
      let mentions = known.get(plain);
      if (mentions === undefined) known.set(plain, (mentions = read(plain)));
      if (mentions.length === 0) return noMentions;
      return mentions.map(({ voice, span }) => ({ voice, span: shiftSpan(span, offset) }));
    };
  };
}
