/** A line of pasted text on its way to Markdown. */
export interface PastedLine {
  readonly text: string;
  /** In front matter, a code block or a comment: not to be touched. */
  readonly fixed: boolean;
  /** How deep a list item it was made into; undefined for everything else. */
  readonly level?: number;
}

/** Whether a line holds nothing. */
export function isBlank(line: PastedLine | undefined): boolean {
  return line === undefined || line.text.trim() === '';
}

/** Marks what isn't pasted prose: front matter at the top, fenced code, comments over several lines. */
export function readLines(texts: readonly string[]): PastedLine[] {
  let end: RegExp | undefined = texts[0]?.trimEnd() === '---' ? /^(?:---|\.\.\.)\s*$/ : undefined;
  // Front matter that is never closed is a line across the page.
  if (end !== undefined && !texts.slice(1).some((text) => /^(?:---|\.\.\.)\s*$/.test(text))) end = undefined;
  return texts.map((text, index) => {
    if (end !== undefined) {
      if (index > 0 && end.test(text)) end = undefined;
      return { text, fixed: true };
    }
    const fence = /^ {0,3}(`{3,}|~{3,})/.exec(text)?.[1];
    if (fence !== undefined) {
      end = new RegExp(`^ {0,3}${fence.charAt(0)}{${fence.length},}\\s*$`);
      return { text, fixed: true };
    }
    if (text.lastIndexOf('<!--') > text.lastIndexOf('-->')) {
      end = /-->/;
      return { text, fixed: true };
    }
    return { text, fixed: text.includes('<!--') };
  });
}
