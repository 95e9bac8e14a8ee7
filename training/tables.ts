/** A Markdown table: the first column to the left, the others to the right. */
export function markdownTable(
  heads: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): string {
  const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map((_, index) => (index === 0 ? '---' : '--:'))), ...rows.map(line)].join(
    '\n',
  );
}

/** A share (0..1) as a percentage with one decimal. */
export function percent(part: number): string {
  return `${(100 * part).toFixed(1)} %`;
}

/** Three decimals, as agreement is given. */
export function decimal(value: number): string {
  return value.toFixed(3);
}
