import type { CommandHost } from '../command-host.ts';

/** The few ways in which the command line sets words apart; without colour they change nothing. */
export interface TerminalStyle {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly red: (text: string) => string;
  readonly cyan: (text: string) => string;
  readonly hasColour: boolean;
  /** Characters in a line of text. */
  readonly width: number;
}

const narrowest = 40;
/** Longer lines are hard to read. */
const widest = 100;
const usual = 80;

/** Colour on a terminal only; `FORCE_COLOR` asks for it elsewhere too, `NO_COLOR` (no-color.org) for none. */
export function createTerminalStyle({ environment, output }: CommandHost): TerminalStyle {
  const { FORCE_COLOR: force, NO_COLOR: no, TERM: term } = environment;
  const hasColour =
    force === undefined || force === ''
      ? output.isTerminal && (no === undefined || no === '') && term !== 'dumb'
      : !/^(?:0|false)$/i.test(force);
  const columns = output.isTerminal ? (output.columns ?? usual) : usual;
  return createStyle({ hasColour, width: Math.max(narrowest, Math.min(columns, widest)) });
}

/** The style of a terminal that is known. */
export function createStyle({ hasColour, width }: Pick<TerminalStyle, 'hasColour' | 'width'>): TerminalStyle {
  const paint =
    (on: number, off: number) =>
    (text: string): string =>
      hasColour ? `\u001b[${on}m${text}\u001b[${off}m` : text;
  return {
    bold: paint(1, 22),
    dim: paint(2, 22),
    yellow: paint(33, 39),
    red: paint(31, 39),
    cyan: paint(36, 39),
    hasColour,
    width,
  };
}

// eslint-disable-next-line no-control-regex
const paints = /\u001b\[\d+m/g;

/**
 * Breaks a text at its spaces into lines of at most `width` characters, the first behind `lead`, the others
 * indented to match. A longer word has a line to itself. `paint` works on a word at a time. Control characters in
 * the text have to be taken out before: the terminal would heed them.
 */
export function wrapText(
  text: string,
  width: number,
  lead: string,
  paint: (word: string) => string = (word) => word,
): string {
  const indent = ' '.repeat(lengthOf(lead));
  const lines: string[] = [];
  let line = lead;
  let length = indent.length;
  let empty = true;
  for (const word of text.split(' ').filter((each) => each !== '')) {
    if (!empty && length + 1 + lengthOf(word) > width) {
      lines.push(line);
      [line, length, empty] = [indent, indent.length, true];
    }
    line += `${empty ? '' : ' '}${paint(word)}`;
    length += lengthOf(word) + (empty ? 0 : 1);
    empty = false;
  }
  return [...lines, line.trimEnd()].join('\n');
}

/** In characters, paint left out. */
function lengthOf(text: string): number {
  return text.replace(paints, '').length;
}
