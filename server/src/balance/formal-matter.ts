import { namesIn } from '../record/read-voices.ts';
import { headerValue, type SupervisionRecord } from '../record/record.ts';
import type { SignPhrases } from './sign-phrases.ts';

/** A weak sign speaks of somebody who is named at most so many words away from it. */
const nearby = 5;

/** Header fields that say what sort of meeting it was, by their keys. */
const tellsSort = new Set(['status', 'supervision_type', 'title']);

/**
 * Whether somebody's capability, discipline or fitness to practise is at hand: named in a heading or in the header's
 * own word for the meeting, or in two passages of few. In passing, or over, isn't at hand. A suspension, an investigation or an improvement plan may be a carer's, a
 * home's or the police's: it counts where the worker is named beside it, or where the record names the matter elsewhere.
 */
export function isFormalMatter(record: SupervisionRecord, signs: SignPhrases): boolean {
  const { sections, passages } = record;
  if (passages.some((passage) => signs.has('fair-over', passage))) return false;
  const isStrong = (text: string): boolean => signs.findInText('capability', text).length > 0;
  if (sections.some(({ title }) => isStrong(title))) return true;
  if (record.header.some(({ key, value }) => tellsSort.has(key) && isStrong(value))) return true;
  const isNamedAnywhere = passages.some((passage) => signs.has('capability', passage));
  const isNamed = nameWorker(record, signs);
  const isAtHand = (text: string): boolean =>
    sentencesWith(signs, text).some((words) => isNamedAnywhere || words.some((word) => isNamed(word)));
  if (sections.some(({ title }) => isAtHand(title))) return true;
  const named = passages.filter(
    (passage) =>
      signs.has('capability', passage) ||
      (signs.has('capability-weak', passage) && isAtHand(passage.plain.text)),
  ).length;
  return named >= 2 && named >= passages.length / 5;
}

/** The words about each weak sign of a text, within its sentence. */
function sentencesWith(signs: SignPhrases, text: string): string[][] {
  return text
    .split(/(?<=\p{Ll}[.!?;])\s+/u)
    .flatMap((sentence) =>
      signs
        .findInText('capability-weak', sentence)
        .map(({ start, end }) => [
          ...wordsOf(sentence.slice(0, start)).slice(-nearby),
          ...wordsOf(sentence.slice(end)).slice(0, nearby),
        ]),
    );
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Whether a word is the header's name or initial of the worker, or one by which anybody is called. */
function nameWorker(record: SupervisionRecord, signs: SignPhrases): (word: string) => boolean {
  const names = namesIn(headerValue(record, 'supervisee')?.text ?? '').flatMap(wordsOf);
  return (word) => names.includes(word) || signs.findInText('worker-named', word).length > 0;
}
