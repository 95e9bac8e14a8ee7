import { createPhraseFinder, escapeRegExp } from '../text/phrases.ts';
import { sourceSpan, type PlainText } from '../text/plain-text.ts';
import { shiftSpan } from '../text/span.ts';
import type { RecordKind } from '../terms/kinds.ts';
import type { HeaderValue, VoiceMention } from './record.ts';
import type { Vocabulary, Voice } from './vocabulary.ts';

/** Finds who speaks or is reported in one passage; made once for each record, since names come from its header. */
export type VoiceReader = (plain: PlainText, offset: number) => VoiceMention[];

/** Names and initials as they stand in a header value: "JP (off-site PE)", "HB", "T.", "FN (NQSW), RO". */
export function namesIn(value: string): string[] {
  return value
    .replace(/\(.*?\)/g, ' ')
    .split(/[,;&/]| and | with /)
    .map((part) => part.trim().replace(/[.,]+$/, ''))
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
    return ({ text, runs }, offset) => {
      if (!/["“:]/.test(text) && !quick.occursIn(text)) return [];
      const mentions: VoiceMention[] = [];
      const add = (match: RegExpMatchArray, voice: Voice): void => {
        const start = match.index ?? 0;
        const end = start + (match[1] ?? '').length;
        mentions.push({ voice, span: shiftSpan(sourceSpan({ text, runs }, start, end), offset) });
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
  };
}
