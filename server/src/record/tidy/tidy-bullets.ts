import { isBlank, type PastedLine } from './pasted-line.ts';

/** Signs that are bullets wherever a line begins with them; the last five are Word's own, from a font of signs. */
const signs = '•●▪◦‣∙·○■□➢➤►❖✓✔\uf0b7\uf0a7\uf0d8\uf0fc\uf076';

/** A sign needs a space behind it, or nothing where it's Word's own; `o` and `§` are words unless a gap follows. */
const bulletPattern = new RegExp(
  `^\\s*(?:([${signs}])\\s*(?=\\S)|([–—])\\s+(?=\\S)|([o§])(?:\\t\\s*| {2,})(?=\\S))`,
  'u',
);
const itemPattern = /^(\s*)(?:[-*+]|\d{1,9}[.)])\s/;

/**
 * Makes Word's bullets into Markdown's, deeper ones by their own sign as Word gives each depth one. What is in
 * Markdown already is left as it stands. A paragraph right behind the last bullet is set apart from it.
 */
export function tidyBullets(lines: readonly PastedLine[]): PastedLine[] {
  const tidied: PastedLine[] = [];
  // The signs of the list so far, the outermost first.
  let depths: string[] = [];
  for (const line of lines) {
    const match = line.fixed ? null : bulletPattern.exec(line.text);
    const sign = match?.[1] ?? match?.[2] ?? match?.[3];
    if (match !== null && sign !== undefined) {
      const known = depths.indexOf(sign);
      depths = known === -1 ? [...depths, sign] : depths.slice(0, known + 1);
      const level = depths.length - 1;
      // In a list there is nothing that a tab could mean but a space.
      const text = line.text.slice(match[0].length).replace(/\t+/g, ' ');
      tidied.push({ text: `${'  '.repeat(level)}- ${text}`, fixed: false, level });
      continue;
    }
    const isItem = itemPattern.test(line.text);
    if (!isBlank(line)) {
      if (tidied.at(-1)?.level !== undefined && !isItem) tidied.push({ text: '', fixed: false });
      depths = [];
    }
    tidied.push(isItem && !line.fixed ? { ...line, text: tidyNumber(line.text) } : line);
  }
  return tidied;
}

/** Behind a number Word puts a tab, which would make Markdown's items very deep. */
function tidyNumber(text: string): string {
  return text.replace(/^(\s*(?:[-*+]|\d{1,9}[.)]))\s*\t\s*/, '$1 ');
}
