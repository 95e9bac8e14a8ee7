import { aspects, cultures } from '../terms/cultures.ts';
import { findWords, foldText, type Word } from '../text/words.ts';
import type { CueLexicon, CueMatch } from './cue-lexicon.ts';
import { countUnit, formFigures, formNames, initialsToken, numberToken } from './text-form.ts';

/** What a text says by itself, before any model weighs it. */
export interface TextFeatures {
  readonly words: readonly Word[];
  /** The words folded: lower case, straight apostrophes. */
  readonly forms: readonly string[];
  /** The forms, with marks in place of numbers and initials, so that no date or person is learned. */
  readonly tokens: readonly string[];
  readonly cues: readonly CueMatch[];
  /** In the order of {@link figureNames}. */
  readonly figures: readonly number[];
}

/** Names of the figures, in order: how a text is written, then the cues it holds by culture and by cell. */
export const figureNames: readonly string[] = [
  ...formNames,
  ...cultures.map((culture) => `cues ${culture}`),
  ...cultures.flatMap((culture) => aspects.map((aspect) => `cues ${culture} ${aspect}`)),
];

/** Reads the features of one text. */
export function readTextFeatures(text: string, lexicon: CueLexicon): TextFeatures {
  const words = findWords(text);
  const forms = foldWords(text, words, lexicon);
  const tokens = words.map((word, index) => tokenOf(text, word, forms[index] ?? ''));
  const cues = lexicon.match(words, forms);
  const figures = [...formFigures(text, forms, tokens, lexicon), ...cueFigures(cues, words.length)];
  return { words, forms, tokens, cues, figures };
}

/** Folds the whole text at once where that keeps every offset, which some letters outside English don't. */
function foldWords(text: string, words: readonly Word[], lexicon: CueLexicon): string[] {
  const lower = text.toLowerCase().replaceAll('’', "'");
  const isAligned = lower.length === text.length;
  return words.map((word) =>
    lexicon.intern(isAligned ? lower.slice(word.start, word.end) : foldText(word.text)),
  );
}

const digitZero = 48;
const digitNine = 57;

function tokenOf(text: string, { start, end }: Word, form: string): string {
  const first = form.charCodeAt(0);
  if (first >= digitZero && first <= digitNine) return numberToken;
  if (end - start > 2 || !isCapital(text.charAt(start)) || !isCapital(text.charAt(end - 1))) return form;
  // "I" and "A" are words, unless a full stop makes them somebody: "A. rang".
  return (form === 'i' || form === 'a') && text.charAt(end) !== '.' ? form : initialsToken;
}

function isCapital(character: string): boolean {
  return character !== character.toLowerCase();
}

/** What a cue counts for: a phrase says more than a word. */
const wordWeight = 1;
const phraseWeight = 1.5;

function cueFigures(cues: readonly CueMatch[], words: number): number[] {
  const figures = new Array<number>(cultures.length * (1 + aspects.length)).fill(0);
  const unit = countUnit(words);
  const add = (index: number, amount: number): void => {
    figures[index] = (figures[index] ?? 0) + amount;
  };
  for (const { culture, aspect, length } of cues) {
    // The user's own phrases have no aspect; the network never saw them, and the reader weighs them itself.
    if (aspect === undefined) continue;
    const weight = unit * (length > 1 ? phraseWeight : wordWeight);
    const column = cultures.indexOf(culture);
    add(column, weight);
    add(cultures.length + column * aspects.length + aspects.indexOf(aspect), weight);
  }
  return figures;
}
