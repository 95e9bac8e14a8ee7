/** How much text a menu has room for. */
const menuLength = 64;

/** The beginning of a text for a menu, cut between words. */
export function shorten(text: string): string {
  if (text.length <= menuLength) return text;
  const cut = text.lastIndexOf(' ', menuLength);
  return `${text.slice(0, cut < 0 ? menuLength : cut).replace(/[,;:.]$/, '')} …`;
}
