/**
 * Puts something else in the place of each closed HTML comment; `replace` is handed what stands between its marks.
 * A comment that isn't closed stays. Linear, however many comments are opened and never closed.
 */
export function replaceComments(text: string, replace: (content: string) => string): string {
  let result = '';
  let from = 0;
  for (let open = text.indexOf('<!--'); open >= 0; open = text.indexOf('<!--', from)) {
    const close = text.indexOf('-->', open + 4);
    if (close < 0) break;
    result += text.slice(from, open) + replace(text.slice(open + 4, close));
    from = close + 3;
  }
  return result + text.slice(from);
}
