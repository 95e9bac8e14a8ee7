import { cleanLine } from '../command-host.ts';
import { wrapText, type TerminalStyle } from './terminal-style.ts';

/** Stands for a space at which no line is broken. */
const unbroken = '\u00a0';

/**
 * Shows the Markdown of an explanation (paragraphs and flat lists with bold words, code spans and escapes) on a
 * terminal: wrapped, with bold and code in colour; without colour bold is left out and code keeps its backticks.
 */
export function showMarkdown(markdown: string, style: TerminalStyle): string {
  const show = (line: string): string => {
    const [, lead = '', text = ''] = /^(- )?(.*)$/s.exec(line) ?? [];
    const words = plainText(cleanLine(text), style);
    return wrapText(words, style.width, lead === '' ? '' : '  - ').replaceAll(unbroken, ' ');
  };
  return markdown.split('\n').map(show).join('\n');
}

function plainText(text: string, style: TerminalStyle): string {
  const marks = /\\([\\`*_[\]<>~$])|\*\*(.+?)\*\*|`([^`]*)`/g;
  return text.replace(marks, (_, escaped?: string, bold?: string, code = '') => {
    if (escaped !== undefined) return escaped;
    if (bold !== undefined) return style.bold(plainText(bold, style));
    const whole = String(code).replaceAll(' ', unbroken);
    return style.hasColour ? style.cyan(whole) : `\`${whole}\``;
  });
}
