import { readFileSync } from 'node:fs';
import { passageLabels, type PassageLabel } from '../server/src/terms/cultures.ts';
import { recordKinds } from '../server/src/terms/kinds.ts';
import type { PassageInContext } from '../server/src/culture/culture.ts';
import type { LabelledPassage } from './corpus.ts';

/*
 * Small sets of texts that are looked at by themselves, without a record around them: `sets/*.tsv`, the first
 * line of each naming its columns.
 */

/** A text and how it should be read. */
export interface LabelledText {
  readonly text: string;
  readonly label: PassageLabel;
}

/** Two texts that share words and are to be told apart. */
export interface HardPair {
  /** What makes it hard, such as `negation`. */
  readonly kind: string;
  readonly texts: readonly [LabelledText, LabelledText];
}

/** One passage told in several Englishes, to be read alike. */
export interface Tellings {
  readonly label: PassageLabel;
  /** By the name of the English. */
  readonly texts: ReadonlyMap<string, string>;
}

/** Reads the hard pairs. */
export function readHardPairs(): HardPair[] {
  return readRows('hard-pairs.tsv').rows.map(([kind = '', first, one = '', second, other = '']) => ({
    kind,
    texts: [
      { text: one, label: labelNamed(first) },
      { text: other, label: labelNamed(second) },
    ],
  }));
}

/** Reads the passages told in four Englishes. */
export function readTellings(): Tellings[] {
  const { names, rows } = readRows('fairness.tsv');
  return rows.map(([label, ...texts]) => ({
    label: labelNamed(label),
    texts: new Map(names.slice(1).map((name, index) => [name, texts[index] ?? ''])),
  }));
}

/** Reads the 34 cells of Table 1 of the paper, each with its column. */
export function readTable1(): LabelledText[] {
  return readRows('table-1.tsv').rows.map(([culture, , text = '']) => ({ text, label: labelNamed(culture) }));
}

/** The cells of Table 1 as passages to learn from, once in each kind of record: they are what the labels mean. */
export function teachTable1(): LabelledPassage[] {
  return readTable1().flatMap(({ text, label }, index) =>
    recordKinds
      .filter((kind) => kind !== 'unknown')
      .map((kind): LabelledPassage => ({
        id: `table-1-${index}-${kind}`,
        record: `table-1-${index}-${kind}`,
        writer: 'table-1',
        passage: { ...alone(text), kind },
        primary: label,
        secondary: undefined,
      })),
  );
}

/** A text as a passage without anything around it. */
export function alone(text: string): PassageInContext {
  return { text, block: 'paragraph', kind: 'supervision', headings: [], before: [], after: [] };
}

function readRows(name: string): { readonly names: readonly string[]; readonly rows: readonly string[][] } {
  const [names = [], ...rows] = readFileSync(new URL(`sets/${name}`, import.meta.url), 'utf8')
    .split(/\r?\n/u)
    .filter((line) => line !== '')
    .map((line) => line.split('\t'));
  return { names, rows };
}

function labelNamed(name: string | undefined): PassageLabel {
  const label = passageLabels.find((candidate) => candidate === name);
  if (!label) throw new Error(`Not a label: ${String(name)}`);
  return label;
}
