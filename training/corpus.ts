import { readFileSync } from 'node:fs';
import type { PassageInContext } from '../server/src/culture/culture.ts';
import { passageLabels, type Culture, type PassageLabel } from '../server/src/terms/cultures.ts';
import type { PassageBlock, RecordKind } from '../server/src/terms/kinds.ts';

/** A passage of the labelled corpus with what the readers made of it. */
export interface LabelledPassage {
  readonly id: string;
  /** The record it stands in, such as `d1-01`. */
  readonly record: string;
  /** The writer of the record, such as `d1`: the unit that is left out when the model is tried. */
  readonly writer: string;
  readonly passage: PassageInContext;
  readonly primary: PassageLabel;
  readonly secondary: Culture | undefined;
}

/** How many passages either side a reading may see (spec section 2). */
export const reach = 4;

/** Reads the labelled corpus, in its own order. */
export function readCorpus(folder = new URL('../corpus/', import.meta.url)): LabelledPassage[] {
  const labels = new Map(
    rowsOf(folder, 'labels.tsv').map(([id, primary, secondary]) => [id, { primary, secondary }]),
  );
  const kinds = new Map(rowsOf(folder, 'kinds.tsv').map(([file, kind]) => [file, kind]));
  const rows = rowsOf(folder, 'passages.tsv').map(([id = '', , headings = '', block = '', text = '']) => ({
    id,
    record: id.split('#')[0] ?? '',
    headings: headings === '' ? [] : headings.split(' > '),
    block: block as PassageBlock,
    text,
  }));
  return rows.map(({ id, record, headings, block, text }, index) => {
    const sameRecord = (row: { readonly record: string }): boolean => row.record === record;
    const label = labels.get(id);
    if (!label) throw new Error(`${id} has no label`);
    return {
      id,
      record,
      writer: record.split('-')[0] ?? '',
      passage: {
        text,
        block,
        kind: kinds.get(record) as RecordKind,
        headings,
        before: rows
          .slice(Math.max(0, index - reach), index)
          .filter(sameRecord)
          .map((row) => row.text),
        after: rows
          .slice(index + 1, index + 1 + reach)
          .filter(sameRecord)
          .map((row) => row.text),
      },
      primary: labelOf(label.primary),
      secondary: label.secondary === '-' ? undefined : (labelOf(label.secondary) as Culture),
    };
  });
}

/** The writers of examples, in their order. */
export function writersOf(examples: readonly { readonly writer: string }[]): string[] {
  return [...new Set(examples.map(({ writer }) => writer))];
}

function labelOf(value: string | undefined): PassageLabel {
  const label = passageLabels.find((candidate) => candidate === value);
  if (!label) throw new Error(`Not a label: ${String(value)}`);
  return label;
}

function rowsOf(folder: URL, name: string): string[][] {
  return readFileSync(new URL(name, folder), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split('\t'));
}
