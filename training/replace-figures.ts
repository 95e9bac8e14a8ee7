const end = '<!-- end of figures -->';

/**
 * Puts figures into a page, between the marks of the command that writes them.
 * @throws Error where the page has no such marks.
 */
export function replaceFigures(page: string, command: string, figures: string): string {
  const start = `<!-- figures: written by ${command} -->`;
  const [before, rest] = page.split(start);
  const [, after] = (rest ?? '').split(end);
  if (before === undefined || after === undefined)
    throw new Error(`The page has no place for the figures of ${command}`);
  return `${before}${start}\n\n${figures}\n\n${end}${after}`;
}
