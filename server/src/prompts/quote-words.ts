import { isLimitedPassage, isLimitedRecord } from '../record/limited.ts';
import type { SignList, SignPhrases } from '../balance/sign-phrases.ts';
import type { Passage, SupervisionRecord } from '../record/record.ts';
import { findWords, foldText } from '../text/words.ts';
import type { Prompting } from './prompting.ts';

/** A quotation has so many words. */
const fewestWords = 3;
const mostWords = 9;

/** A passage that holds one of these isn't quoted at all. */
const hurting: readonly SignList[] = [
  'unquotable',
  'feeling',
  'exclusion',
  'capability',
  'capability-weak',
  'private-life',
];

/** Longer clauses aren't looked at. */
const longestClause = 400;

const sentenceEnd = /(?<=[.!?])\s+|[\r\n|]+/u;

/** What ends a clause besides the words of the list; somebody's spoken words aren't the writer's own. */
const clauseEnd = /["“][^"”]*(?:["”]|$)|(?:^|\s)['‘][^'‘’]*['’](?!\p{L})|[.,;:!?()[\]|–—…\r\n]+|\s-\s/gu;

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
  const hanging = new Set(quote.hanging);
  const negations = new Set(quote.negations);
  const reports = new Set(quote.reports);
  const acronyms = new Set(quote.acronyms);

  const isPlain = (word: string, mayOpen: boolean): boolean => {
    if (acronyms.has(word)) return true;
    const form = foldText(word);
    // A capital within a clause is a name's; one that opens it may be.
    if (/\p{Lu}/u.test(word) && form !== 'i')
      return mayOpen && word.slice(1) === word.slice(1).toLowerCase() && plain.has(form);
    return plain.has(form);
  };

  const quoteClause = (clause: string): string | undefined => {
    const words = findWords(clause);
    const [hit] = signs.findInText('quotable', clause);
    if (hit === undefined) return undefined;
    const forms = words.map(({ start, end }) => foldText(clause.slice(start, end)));
    const limit = forms.findIndex((form, index) => index >= hit.to && ends.has(form));
    const to = limit < 0 ? words.length : limit;
    for (const from of new Set([0, hit.from])) {
      const chosen = words.slice(from, to);
      if (chosen.length < fewestWords || chosen.length > mostWords) continue;
      if (hanging.has(forms[to - 1] ?? '') || forms.slice(0, from).some((form) => negations.has(form)))
        continue;
      if (forms[from] !== 'i' && forms.slice(0, to).some((form) => reports.has(form))) continue;
      const mayOpen = from === 0 && (hit.from === 0 || first.has(forms[0] ?? ''));
      const isSafe = chosen.every(({ start, end }, index) =>
        isPlain(clause.slice(start, end), mayOpen && index === 0),
      );
      const text = clause.slice(chosen[0]?.start, chosen.at(-1)?.end);
      if (isSafe && /^[\p{L}'’ -]+$/u.test(text)) return lowerFirst(text).replaceAll("'", '’');
    }
    return undefined;
  };

  const lowerFirst = (text: string): string => {
    const [word = ''] = text.split(' ');
    return acronyms.has(word) || word === 'I' ? text : text.charAt(0).toLowerCase() + text.slice(1);
  };

  return (record, passage) => {
    if (isLimitedRecord(record) || isLimitedPassage(record, passage)) return undefined;
    // "Mum's" is about her mum.
    const text = passage.plain.text.replace(/['’]s(?!\p{L})/gu, '');
    if (hurting.some((list) => signs.findInText(list, text).length > 0)) return undefined;
    for (const sentence of passage.plain.text.split(sentenceEnd)) {
      for (const clause of sentence.split(clauseEnd)) {
        const words = clause.length > longestClause ? undefined : quoteClause(clause);
        if (words !== undefined) return words;
        // What comes after a "never" in the same sentence may be turned round by it.
        if (findWords(clause).some(({ start, end }) => negations.has(foldText(clause.slice(start, end)))))
          break;
      }
    }
    return undefined;
  };
}
