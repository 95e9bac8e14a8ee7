import { Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx';
import { toMarkupText } from '../escape-markup.ts';

/** A table over the whole width, its first row repeated on every page that it runs over. */
export function wordTable([first = [], ...rows]: readonly (readonly string[])[]): Table {
  const cells = (texts: readonly string[], head: boolean): TableCell[] =>
    texts.map(
      (text) =>
        new TableCell({
          children: [
            new Paragraph({
              keepNext: head,
              // eslint-disable-next-line @typescript-eslint/no-deprecated -- TypeScript takes it for the DOM's String.bold
              children: [new TextRun({ text: toMarkupText(text), bold: head })],
            }),
          ],
          margins: { top: 40, bottom: 40, left: 80, right: 80 },
        }),
    );
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      new TableRow({ tableHeader: true, children: cells(first, true) }),
      ...rows.map((row) => new TableRow({ children: cells(row, false), cantSplit: true })),
    ],
  });
}
