import { aspects, cultures } from '../terms/cultures.ts';
import { findWords, type Word } from '../text/words.ts';
import type { CueLexicon, CueMatch, LexiconWord } from './cue-lexicon.ts';
import { countUnit, formNames, setFormFigures, initialsToken, numberToken } from './text-form.ts';

/** What a text says by itself, before any model weighs it. */
export interface TextFeatures {
  /** Where its words stand. */
  readonly places: readonly Word[];
  /** The words, as the lexicon has them. */
  readonly words: readonly LexiconWord[];
  /** The words' forms, with marks in place of numbers and initials, so that no date or person is learned. */
  readonly tokens: readonly string[];
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

/** Reads the features of one text. */
export function readTextFeatures(text: string, lexicon: CueLexicon): TextFeatures {
  const places = findWords(text);
  const words: LexiconWord[] = [];
  const tokens: string[] = [];
  // Lower case can be longer than the text outside English; then each word is folded by itself.
  const lower = foldCase(text);
  const isAligned = lower.length === text.length;
  for (const place of places) {
    const { start, end } = place;
    const word = lexicon.lookUp(isAligned ? lower.slice(start, end) : foldCase(text.slice(start, end)));
    words.push(word);
    tokens.push(tokenOf(text, place, word.form));
  }
  const cues = lexicon.match(places, words);
  const figures = new Float64Array(figureNames.length);
  setFormFigures(figures, text, words, tokens, lexicon);
  addCueFigures(figures, cues, words.length);
  return { places, words, tokens, cues, figures };
}

function foldCase(text: string): string {
  const lower = text.toLowerCase();
  return lower.includes('’') ? lower.replaceAll('’', "'") : lower;
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
