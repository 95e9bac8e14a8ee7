import { isBlank, type PastedLine } from './pasted-line.ts';

const itemPattern = /^\s*(?:[-*+]|\d{1,9}[.)])\s/;

/**
 * Two or more lines with tabs between their words, one under the other, are a table; a lone one is a label with
 * what belongs to it, so that its tab becomes a space. A tab before a paragraph is only how Word sets it in.
 */
export function tidyTables(lines: readonly PastedLine[]): PastedLine[] {
  const tidied: PastedLine[] = [];
  let inList = false;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    if (line === undefined) continue;
    let end = index;
    while (isRow(lines[end])) end++;
    if (end - index >= 2) {
      if (!isBlank(tidied.at(-1))) tidied.push(blank);
      tidied.push(...toTable(lines.slice(index, end)));
      if (!isBlank(lines[end])) tidied.push(blank);
      inList = false;
      index = end - 1;
      continue;
    }
    if (line.fixed) {
      tidied.push(line);
      continue;
    }
    if (itemPattern.test(line.text)) inList = true;
    else if (/^\S/.test(line.text)) inList = false;
    const set = inList ? line.text : line.text.replace(/^\t+(?=\S)/, '');
    tidied.push({
      ...line,
      text: isRow(line)
        ? set.replace(/(?<=\S)\s+(?=\S)/g, (space) => (/^ *\t/.test(space) ? ' ' : space))
        : set,
    });
  }
  return tidied;
}

const blank: PastedLine = { text: '', fixed: false };

/** A line with words on both sides of a tab, that isn't an item of a list or a table in Markdown already. */
function isRow(line: PastedLine | undefined): boolean {
  if (line === undefined || line.fixed || line.level !== undefined) return false;
  return line.text.trim().includes('\t') && !/^\s*[|>#]/.test(line.text) && !itemPattern.test(line.text);
}

function toTable(rows: readonly PastedLine[]): PastedLine[] {
  const cells = rows.map(({ text }) =>
    text
      .trimEnd()
      .split('\t')
      .map((cell) => cell.trim().replace(/(^|[^\\])\|/g, '$1\\|')),
  );
  const width = Math.max(2, ...cells.map((row) => row.length));
  const toRow = (row: readonly string[]): PastedLine => ({
    text: `| ${Array.from({ length: width }, (_, index) => row[index] ?? '').join(' | ')} |`,
    fixed: false,
  });
  const [head = [], ...body] = cells;
  return [toRow(head), toRow(Array.from({ length: width }, () => '---')), ...body.map(toRow)];
}
