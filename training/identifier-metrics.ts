import { readFileSync } from 'node:fs';
import { collectKnowledge } from '../scripts/collect-data.ts';
import {
  confidentialitySchema,
  nameListsSchema,
} from '../server/src/confidentiality/confidentiality-data.ts';
import { createTextReader } from '../server/src/confidentiality/in-text/find-identifiers.ts';
import { createNameLexicon } from '../server/src/confidentiality/names/name-lexicon.ts';
import { identifierKinds, type IdentifierKind } from '../server/src/confidentiality/identifier.ts';
import * as z from 'zod/mini';

/** A stretch of a sentence that is an identifier. */
export interface MarkedIdentifier {
  readonly kind: IdentifierKind;
  /** For names: where they are at home. */
  readonly origin: string | undefined;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A sentence with its identifiers. */
export interface MarkedSentence {
  readonly text: string;
  readonly identifiers: readonly MarkedIdentifier[];
}

/** A sentence with what was made of it. */
export interface ScoredSentence extends MarkedSentence {
  readonly missed: readonly MarkedIdentifier[];
  readonly wrong: readonly MarkedIdentifier[];
  readonly right: readonly MarkedIdentifier[];
}

/** The sets of marked sentences; what each is stands at its head. None of `held-out` may be tuned on. */
export const identifierSets = ['notes-held-out', 'notes-tuning', 'held-out', 'tuning'] as const;

/** Sentences of `sets/identifiers-*.txt`: `⟦words⟧{kind}` or `⟦words⟧{name/origin}`; `#` begins a remark. */
export function readMarkedSentences(set: (typeof identifierSets)[number]): MarkedSentence[] {
  const lines = readFileSync(new URL(`sets/identifiers-${set}.txt`, import.meta.url), 'utf8').split('\n');
  return lines.filter((line) => line !== '' && !line.startsWith('#')).map(readMarks);
}

function readMarks(line: string): MarkedSentence {
  let text = '';
  const identifiers: MarkedIdentifier[] = [];
  let last = 0;
  for (const match of line.matchAll(/⟦([^⟧]*)⟧\{([\w-]+)(?:\/([\w-]+))?\}/g)) {
    text += line.slice(last, match.index);
    const [whole, words = '', name, origin] = match;
    const kind = identifierKinds.find((each) => each === name);
    if (kind === undefined) throw new Error(`There is no kind "${String(name)}": ${line}`);
    identifiers.push({ kind, origin, start: text.length, end: text.length + words.length, text: words });
    text += words;
    last = match.index + whole.length;
  }
  return { text: text + line.slice(last), identifiers };
}

/** Reads each sentence by itself. An identifier is found where one of its kind shares a character with it. */
export function scoreSentences(sentences: readonly MarkedSentence[]): ScoredSentence[] {
  const knowledge = collectKnowledge();
  const data = z.parse(confidentialitySchema, knowledge['confidentiality']);
  const read = createTextReader(createNameLexicon(z.parse(nameListsSchema, knowledge['names']), data), data);
  return sentences.map(({ text, identifiers }) => {
    const { others, names } = read(text);
    const found: MarkedIdentifier[] = [
      ...others,
      ...names.filter(({ sure }) => sure).map(({ start, end }) => ({ kind: 'name' as const, start, end })),
    ].map((each) => ({ ...each, origin: undefined, text: text.slice(each.start, each.end) }));
    const meets = (a: MarkedIdentifier, b: MarkedIdentifier): boolean =>
      a.kind === b.kind && a.start < b.end && b.start < a.end;
    return {
      text,
      identifiers,
      missed: identifiers.filter((wanted) => !found.some((each) => meets(wanted, each))),
      right: identifiers.filter((wanted) => found.some((each) => meets(wanted, each))),
      wrong: found.filter((each) => !identifiers.some((wanted) => meets(wanted, each))),
    };
  });
}

/** The figures in words, one line a kind. */
export function describeIdentifiers(half: string, scored: readonly ScoredSentence[]): string {
  const line = (name: string, right: number, missed: number, wrong: number | undefined): string => {
    const recall = (right / (right + missed)).toFixed(3);
    const precision = wrong === undefined ? '' : ` precision ${(right / (right + wrong)).toFixed(3)}`;
    return `${name.padEnd(18)} recall ${recall} (${right} of ${right + missed})${precision}`;
  };
  const count = (
    list: (sentence: ScoredSentence) => readonly MarkedIdentifier[],
    is: (identifier: MarkedIdentifier) => boolean,
  ): number => scored.flatMap(list).filter(is).length;
  const lines = identifierKinds.map((kind) => {
    const of = (each: MarkedIdentifier): boolean => each.kind === kind;
    return line(
      kind,
      count(({ right }) => right, of),
      count(({ missed }) => missed, of),
      count(({ wrong }) => wrong, of),
    );
  });
  const origins = [...new Set(scored.flatMap(({ identifiers }) => identifiers.map(({ origin }) => origin)))];
  const byOrigin = origins
    .filter((origin) => origin !== undefined)
    .map((origin) => {
      const of = (each: MarkedIdentifier): boolean => each.origin === origin;
      return line(
        `  ${origin}`,
        count(({ right }) => right, of),
        count(({ missed }) => missed, of),
        undefined,
      );
    });
  const quiet = scored.filter(({ identifiers }) => identifiers.length === 0);
  const alarms = quiet.filter(({ wrong }) => wrong.length > 0).length;
  return [
    `${half}: ${scored.length} sentences`,
    ...lines,
    'names by origin',
    ...byOrigin,
    `false alarms in ${alarms} of ${quiet.length} sentences without identifiers`,
  ].join('\n');
}
