/** Makes one line of lines that were only wrapped: white space with a line's end in it becomes one space. */
export function joinLines(text: string): string {
  return text.replace(/\s+/g, (space) => (space.includes('\n') ? ' ' : space));
}
