import type { TextWords } from '../text/word-book.ts';
import { registers } from './cue-file.ts';
import type { CueLexicon } from './cue-lexicon.ts';

/** Least words of each step of length. */
const lengthSteps = [0, 4, 8, 16, 32, 64];

/** Names of what {@link setFormFigures} sets, in order. */
export const formNames: readonly string[] = [
  ...lengthSteps.map((least) => `${least} words on`),
  'ends in a colon',
  'ends in a question mark',
  'question marks',
  'quotation marks',
  'brackets',
  'cells',
  'numbers',
  'initials',
  ...registers,
  'neutral phrases',
  'nothing but neutral phrases',
];

/**
 * Sets the first figures, 0 until then, to how a text is written, whatever it is about: length, punctuation, person, demands,
 * empty answers. Each is 0 or 1, a share, or a count per square root of its words.
 */
export function setFormFigures(
  figures: Float64Array,
  text: string,
  tokens: readonly number[],
  words: TextWords,
  lexicon: CueLexicon,
): void {
  const count = tokens.length;
  const unit = countUnit(count);
  const marks = countMarks(text);
  const neutral = count === 0 ? 1 : lexicon.countNeutral(words) / count;
  let at = 0;
  for (let step = 0; step < lengthSteps.length; step++, at++)
    figures[at] = count >= lengthSteps[step]! && count < (lengthSteps[step + 1] ?? Infinity) ? 1 : 0;
  figures[at++] = marks.last === ':' ? 1 : 0;
  figures[at++] = marks.last === '?' ? 1 : 0;
  figures[at++] = Math.min(1, unit * marks.questions);
  figures[at++] = Math.min(1, unit * marks.quotes);
  figures[at++] = Math.min(1, unit * marks.brackets);
  figures[at++] = Math.min(1, unit * marks.cells);
  at = setClassFigures(figures, at, tokens, unit, lexicon);
  figures[at++] = neutral;
  figures[at] = neutral === 1 ? 1 : 0;
}

/** What one of `count` words counts for: less in long texts, which hold more of everything by chance. */
export function countUnit(count: number): number {
  return 1 / Math.sqrt(Math.max(count, 4));
}

function setClassFigures(
  figures: Float64Array,
  from: number,
  tokens: readonly number[],
  unit: number,
  lexicon: CueLexicon,
): number {
  let numbers = 0;
  let initials = 0;
  const classesFrom = from + 2;
  const { numberId, initialsId } = lexicon.marks();
  for (const token of tokens) {
    if (token === numberId) numbers++;
    else if (token === initialsId) initials++;
    else {
      const register = lexicon.registerOf(token);
      if (register >= 0) figures[classesFrom + register]!++;
    }
  }
  figures[from] = unit * numbers;
  figures[from + 1] = unit * initials;
  for (let register = 0; register < registers.length; register++)
    figures[classesFrom + register] = unit * figures[classesFrom + register]!;
  return classesFrom + registers.length;
}

interface Marks {
  readonly questions: number;
  readonly quotes: number;
  readonly brackets: number;
  readonly cells: number;
  /** The last character that is neither white space nor a closing quotation mark or bracket. */
  readonly last: string;
}

const questionMark = '?'.charCodeAt(0);
const bracket = '('.charCodeAt(0);
const pipe = '|'.charCodeAt(0);
const straightQuote = '"'.charCodeAt(0);
const curlyQuote = '“'.charCodeAt(0);

function countMarks(text: string): Marks {
  let [questions, brackets, cells, quotes] = [0, 0, 0, 0];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === questionMark) questions++;
    else if (unit === bracket) brackets++;
    else if (unit === pipe) cells++;
    else if (unit === straightQuote || unit === curlyQuote) quotes++;
  }
  let end = text.length;
  while (end > 0 && ' \t\n"”’)]'.includes(text.charAt(end - 1))) end--;
  return { questions, quotes, brackets, cells, last: text.charAt(end - 1) };
}
