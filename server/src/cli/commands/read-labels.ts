import { cultures, passageLabels, type Culture, type PassageLabel } from '../../terms/cultures.ts';

/** What somebody made of a passage. */
export interface GivenLabel {
  /** 1-based, in the file of labels. */
  readonly line: number;
  readonly primary: PassageLabel;
  readonly secondary: Culture | undefined;
}

/** Labels by passage id (`d1-01#07`), or the first line that is wrong. */
export type LabelsRead =
  | { readonly labels: ReadonlyMap<string, GivenLabel> }
  | { readonly line: number; readonly problem: LabelProblem; readonly value: string };

/** What can be wrong with a line, by the name of its message. */
export type LabelProblem = 'labels-columns' | 'labels-unknown' | 'labels-twice' | 'labels-empty';

/**
 * Reads a file of labels: a line each of passage id, primary label and secondary label or `-`, separated by
 * tabs (spec section 6); what stands behind a third tab is somebody's note. A first line of column names
 * (`id`, …) and empty lines are passed over.
 */
export function readLabels(text: string): LabelsRead {
  const labels = new Map<string, GivenLabel>();
  for (const [index, row] of text.split(/\r\n|\r|\n/u).entries()) {
    const line = index + 1;
    if (row.trim() === '' || (labels.size === 0 && /^id\t/iu.test(row))) continue;
    const [id = '', first, second = '-'] = row.split('\t').map((cell) => cell.trim());
    if (id === '' || first === undefined) return { line, problem: 'labels-columns', value: '' };
    const primary = labelNamed(first);
    if (primary === undefined) return { line, problem: 'labels-unknown', value: first };
    const secondary = second === '-' || second === '' ? undefined : labelNamed(second);
    if (secondary === undefined && second !== '-' && second !== '')
      return { line, problem: 'labels-unknown', value: second };
    if (labels.has(id)) return { line, problem: 'labels-twice', value: id };
    labels.set(id, { line, primary, secondary: cultures.find((each) => each === secondary) });
  }
  return labels.size === 0 ? { line: 1, problem: 'labels-empty', value: '' } : { labels };
}

/** `neutral` is what the tag for "none" is called (spec section 2). */
function labelNamed(word: string): PassageLabel | undefined {
  const name = word.toLowerCase();
  return name === 'neutral' ? 'none' : passageLabels.find((label) => label === name);
}
