import { BorderStyle, HeadingLevel, Paragraph, TextRun } from 'docx';
import { toMarkupText } from '../escape-markup.ts';

/** A heading that stays with what follows it; `newPage`: at the top of a page. */
export function heading(
  text: string,
  level: (typeof HeadingLevel)[keyof typeof HeadingLevel],
  newPage = false,
): Paragraph {
  return new Paragraph({
    pageBreakBefore: newPage,
    heading: level,
    children: [run(text)],
    keepNext: true,
    spacing: { before: level === HeadingLevel.TITLE ? 0 : 280, after: 80 },
  });
}

/** Text as XML can hold it; `soft`: smaller and grey. */
export function run(text: string, soft = false): TextRun {
  return new TextRun({ text: toMarkupText(text), ...(soft ? { color: '4A5160', size: 19 } : {}) });
}

/** A paragraph; `keepNext`: on the same page as the next. */
export function plain(text: string, keepNext = false): Paragraph {
  return new Paragraph({ keepNext, children: [run(text)], spacing: { after: 80 } });
}

/** A small grey paragraph; `keepNext`: on the same page as the next. */
export function soft(text: string, keepNext = false): Paragraph {
  return new Paragraph({ keepNext, children: [run(text, true)], spacing: { after: 120 } });
}

/** An item of a list. */
export function bullet(text: string): Paragraph {
  return new Paragraph({ children: [run(text)], bullet: { level: 0 } });
}

/** Words of a record, with a line beside them; where nothing is said of their place (`last`), room after them. */
export function quotation(text: string, last: boolean): Paragraph {
  return new Paragraph({
    children: [run(text)],
    keepNext: !last,
    keepLines: true,
    indent: { left: 360 },
    border: { left: { style: BorderStyle.SINGLE, size: 12, space: 8, color: 'C9CED8' } },
    spacing: { before: 60, after: last ? 160 : 40 },
  });
}
