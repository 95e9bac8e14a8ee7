import { aspects, cultures } from '../terms/cultures.ts';
import type { TextWords } from '../text/word-book.ts';
import type { CueLexicon, CueMatch } from './cue-lexicon.ts';
import { countUnit, formNames, setFormFigures } from './text-form.ts';

/** What a text says by itself, before any model weighs it. */
export interface TextFeatures extends TextWords {
  /** The words' numbers, with marks in place of numbers and initials, so that no date or person is learned. */
  readonly tokens: readonly number[];
  readonly cues: readonly CueMatch[];
  /** In the order of {@link figureNames}. */
  readonly figures: Float64Array;
}

/** Names of the figures, in order: how a text is written, then the cues it holds by culture and by cell. */
export const figureNames: readonly string[] = [
  ...formNames,
  ...cultures.map((culture) => `cues ${culture}`),
  ...cultures.flatMap((culture) => aspects.map((aspect) => `cues ${culture} ${aspect}`)),
];

/** Reads the features of one text; its figures are put into `figures`, whatever stood there. */
export function readTextFeatures(
  text: string,
  lexicon: CueLexicon,
  figures: Float64Array = new Float64Array(figureNames.length),
): TextFeatures {
  const words = lexicon.book.read(text);
  const tokens = readTokens(text, words, lexicon);
  const cues = lexicon.match(words);
  figures.fill(0);
  setFormFigures(figures, text, tokens, words, lexicon);
  addCueFigures(figures, cues, tokens.length);
  return { starts: words.starts, ends: words.ends, ids: words.ids, tokens, cues, figures };
}

const [digitZero, digitNine, fullStop] = [48, 57, 46];

function readTokens(text: string, { starts, ends, ids }: TextWords, { book, marks }: CueLexicon): number[] {
  const tokens: number[] = [];
  const { numberId, initialsId } = marks();
  for (let index = 0; index < ids.length; index++) {
    const start = starts[index]!;
    const end = ends[index]!;
    const first = text.charCodeAt(start);
    if (first >= digitZero && first <= digitNine) tokens.push(numberId);
    else if (end - start > 2 || !isCapital(first) || !isCapital(text.charCodeAt(end - 1)))
      tokens.push(ids[index]!);
    else {
      // "I" and "A" are words, unless a full stop makes them somebody: "A. rang".
      const form = book.formOf(ids[index]!);
      const isWord = (form === 'i' || form === 'a') && text.charCodeAt(end) !== fullStop;
      tokens.push(isWord ? ids[index]! : initialsId);
    }
  }
  return tokens;
}

const capitals = Uint8Array.from({ length: 128 }, (_, unit) => (differsInLowerCase(unit) ? 1 : 0));

function isCapital(unit: number): boolean {
  return unit < capitals.length ? capitals[unit] === 1 : differsInLowerCase(unit);
}

function differsInLowerCase(unit: number): boolean {
  const character = String.fromCharCode(unit);
  return character !== character.toLowerCase();
}

/** What a cue counts for: a phrase says more than a word. */
const wordWeight = 1;
const phraseWeight = 1.5;

/** The figures of cues stand behind those of form. */
const cuesFrom = formNames.length;
const cellsFrom = cuesFrom + cultures.length;

function addCueFigures(figures: Float64Array, cues: readonly CueMatch[], words: number): void {
  const unit = countUnit(words);
  for (const { culture, aspect, length } of cues) {
    // The user's own phrases have no aspect; the network never saw them, and the reader weighs them itself.
    if (aspect === undefined) continue;
    const weight = unit * (length > 1 ? phraseWeight : wordWeight);
    const column = cultures.indexOf(culture);
    figures[cuesFrom + column]! += weight;
    figures[cellsFrom + column * aspects.length + aspects.indexOf(aspect)]! += weight;
  }
}
