import type { SignList, SignPhrases } from '../balance/sign-phrases.ts';
import type { Passage, SupervisionRecord } from '../record/record.ts';
import { isLimited } from '../runs/record-summary.ts';
import { findWords, foldText, type Word } from '../text/words.ts';
import type { Prompting } from './prompting.ts';

/** A quotation has so many words. */
const fewestWords = 2;
const mostWords = 9;

/** A passage that holds one of these isn't quoted at all. */
const hurting: readonly SignList[] = [
  'unquotable',
  'feeling',
  'exclusion',
  'capability',
  'private-life',
];

/** What ends a clause besides the words of the list; somebody's spoken words aren't the writer's own. */
const clauseEnd = /["“][^"”]*(?:["”]|$)|(?:^|\s)['‘][^'’]*['’](?!\p{L})|[.,;:!?()[\]|–—…\r\n]+|\s-\s/gu;

/** Quotes from records. */
export type QuoteWords = (record: SupervisionRecord, passage: Passage) => string | undefined;

/**
 * Makes the function that takes a few words from a passage to be asked about: a decision or an idea of the writer's,
 * all of it in plain words (`prompting.yaml`), never from a passage of distress, slurs, family history, capability or
 * somebody's own life, never a name, number or place, never somebody else's spoken words, never where circulation is
 * limited. Undefined where there is nothing of the kind, which is most often.
 */
export function createQuoteWords({ quote }: Pick<Prompting, 'quote'>, signs: SignPhrases): QuoteWords {
  const plain = new Set(quote.words.split(/\s+/));
  const first = new Set(quote.first);
  const ends = new Set(quote.ends);
  const negations = new Set(quote.negations);
  const acronyms = new Set(quote.acronyms);

  const isPlain = (word: string, opens: boolean): boolean => {
    if (acronyms.has(word)) return true;
    const form = foldText(word);
    if (/\p{Lu}/u.test(word) && form !== 'i') {
      // A capital within a clause is a name's; one that opens it may be.
      if (!opens || word.slice(1) !== word.slice(1).toLowerCase()) return false;
      return first.has(form) || (plain.has(form) && signs.findInText('quotable', form).length > 0);
    }
    return plain.has(form);
  };

  const quoteClause = (clause: string): string | undefined => {
    const words = findWords(clause);
    const [hit] = signs.findInText('quotable', clause);
    if (hit === undefined) return undefined;
    const textOf = ({ start, end }: Word): string => clause.slice(start, end);
    const limit = words.findIndex((word, index) => index > hit.from && ends.has(foldText(textOf(word))));
    const to = limit < 0 ? words.length : limit;
    for (const from of new Set([0, hit.from])) {
      const chosen = words.slice(from, to);
      if (chosen.length < fewestWords || chosen.length > mostWords || hit.to > to) continue;
      if (words.slice(0, from).some((word) => negations.has(foldText(textOf(word))))) continue;
      if (!chosen.every((word, index) => isPlain(textOf(word), from === 0 && index === 0))) continue;
      const text = clause.slice(chosen[0]?.start, chosen.at(-1)?.end);
      if (/^[\p{L}'’ -]+$/u.test(text)) return lowerFirst(text).replaceAll("'", '’');
    }
    return undefined;
  };

  const lowerFirst = (text: string): string => {
    const [word = ''] = text.split(' ');
    return acronyms.has(word) || word === 'I' ? text : text.charAt(0).toLowerCase() + text.slice(1);
  };

  return (record, passage) => {
    if (record.limits.some(({ section }) => section === undefined) || isLimited(record, passage)) return undefined;
    // "Mum's" is about her mum.
    const text = passage.plain.text.replace(/['’]s(?!\p{L})/gu, '');
    if (hurting.some((list) => signs.findInText(list, text).length > 0)) return undefined;
    for (const clause of passage.plain.text.split(clauseEnd)) {
      const words = clause.length > 400 ? undefined : quoteClause(clause);
      if (words !== undefined) return words;
    }
    return undefined;
  };
}
