import { registers, type Register } from './cue-file.ts';
import type { CueLexicon } from './cue-lexicon.ts';

/** The marks that stand for a number and for initials among a text's tokens. */
export const numberToken = '0';
export const initialsToken = 'XX';

/** Least words of each step of length. */
const lengthSteps = [0, 4, 8, 16, 32, 64];

/** Names of {@link formFigures}, in order. */
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
 * How a text is written, whatever it is about: length, punctuation, person, demands, empty answers. Each
 * figure is 0 or 1, a share, or a count per square root of its words.
 */
export function formFigures(
  text: string,
  forms: readonly string[],
  tokens: readonly string[],
  lexicon: CueLexicon,
): number[] {
  const count = tokens.length;
  const unit = countUnit(count);
  const marks = countMarks(text);
  const classes = countClasses(tokens, lexicon);
  const neutral = count === 0 ? 1 : lexicon.countNeutral(forms) / count;
  return [
    ...lengthSteps.map((least, step) =>
      count >= least && count < (lengthSteps[step + 1] ?? Infinity) ? 1 : 0,
    ),
    marks.last === ':' ? 1 : 0,
    marks.last === '?' ? 1 : 0,
    Math.min(1, unit * marks.questions),
    Math.min(1, unit * marks.quotes),
    Math.min(1, unit * marks.brackets),
    Math.min(1, unit * marks.cells),
    unit * classes.numbers,
    unit * classes.initials,
    ...registers.map((register) => unit * classes[register]),
    neutral,
    neutral === 1 ? 1 : 0,
  ];
}

/** What one of `count` words counts for: less in long texts, which hold more of everything by chance. */
export function countUnit(count: number): number {
  return 1 / Math.sqrt(Math.max(count, 4));
}

type Classes = Record<Register | 'numbers' | 'initials', number>;

function countClasses(tokens: readonly string[], lexicon: CueLexicon): Classes {
  const counts: Classes = { self: 0, us: 0, them: 0, demand: 0, numbers: 0, initials: 0 };
  for (const token of tokens) {
    if (token === numberToken) counts.numbers++;
    else if (token === initialsToken) counts.initials++;
    else {
      const register = lexicon.registerOf(token);
      if (register) counts[register]++;
    }
  }
  return counts;
}

interface Marks {
  questions: number;
  quotes: number;
  brackets: number;
  cells: number;
  /** The last character that is neither white space nor a closing quotation mark or bracket. */
  last: string;
}

function countMarks(text: string): Marks {
  const marks: Marks = { questions: 0, quotes: 0, brackets: 0, cells: 0, last: '' };
  for (const [character] of text.matchAll(/[?"“(|]/gu)) {
    if (character === '?') marks.questions++;
    else if (character === '(') marks.brackets++;
    else if (character === '|') marks.cells++;
    else marks.quotes++;
  }
  for (let at = text.length - 1; at >= 0 && marks.last === ''; at--) {
    const character = text.charAt(at);
    if (!' \t\n"”’)]'.includes(character)) marks.last = character;
  }
  return marks;
}
