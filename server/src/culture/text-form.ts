import { registers, type Register } from './cue-file.ts';
import type { CueLexicon, LexiconWord } from './cue-lexicon.ts';

/** The marks that stand for a number and for initials among a text's tokens. */
export const numberToken = '0';
export const initialsToken = 'XX';

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
 * Sets the first figures to how a text is written, whatever it is about: length, punctuation, person, demands,
 * empty answers. Each is 0 or 1, a share, or a count per square root of its words.
 */
export function setFormFigures(
  figures: Float64Array,
  text: string,
  words: readonly LexiconWord[],
  tokens: readonly string[],
  lexicon: CueLexicon,
): void {
  const count = words.length;
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
  at = setClassFigures(figures, at, words, tokens, unit);
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
  words: readonly LexiconWord[],
  tokens: readonly string[],
  unit: number,
): number {
  let numbers = 0;
  let initials = 0;
  const classes: Record<Register, number> = { self: 0, us: 0, them: 0, demand: 0 };
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (token === numberToken) numbers++;
    else if (token === initialsToken) initials++;
    else {
      const { register } = words[index]!;
      if (register !== undefined) classes[register]++;
    }
  }
  let at = from;
  figures[at++] = unit * numbers;
  figures[at++] = unit * initials;
  for (const register of registers) figures[at++] = unit * classes[register];
  return at;
}

interface Marks {
  questions: number;
  quotes: number;
  brackets: number;
  cells: number;
  /** The last character that is neither white space nor a closing quotation mark or bracket. */
  last: string;
}

const questionMark = '?'.charCodeAt(0);
const bracket = '('.charCodeAt(0);
const pipe = '|'.charCodeAt(0);
const straightQuote = '"'.charCodeAt(0);
const curlyQuote = '“'.charCodeAt(0);

function countMarks(text: string): Marks {
  const marks: Marks = { questions: 0, quotes: 0, brackets: 0, cells: 0, last: '' };
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === questionMark) marks.questions++;
    else if (unit === bracket) marks.brackets++;
    else if (unit === pipe) marks.cells++;
    else if (unit === straightQuote || unit === curlyQuote) marks.quotes++;
  }
  for (let at = text.length - 1; at >= 0 && marks.last === ''; at--) {
    const character = text.charAt(at);
    if (!' \t\n"”’)]'.includes(character)) marks.last = character;
  }
  return marks;
}
