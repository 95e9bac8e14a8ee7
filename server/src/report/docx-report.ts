import {
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  type FileChild,
} from 'docx';
import { neededWords } from '../balance/share-rules.ts';
import { cultures } from '../terms/cultures.ts';
import { choosePassages, groupByCulture, isInReport } from './content/choose-passages.ts';
import type { RecordComment } from '../annotations/read-comments.ts';
import { createCoverage, type CoverageRow } from './content/coverage.ts';
import { toMarkupText } from './escape-markup.ts';
import type { ReportPassage, ReportRecord, ReportSummary } from './content/report-content.ts';
import { createReportWords, type ReportWords } from './report-words.ts';
import type { ReportOptions, ReportSink, ReportWriter } from './report-writer.ts';

/**
 * A Word document with real headings, so that it can be navigated and read aloud. It is built in memory and
 * written at the end: for a portfolio, not for a whole archive.
 */
export function createDocxReport(sink: ReportSink, options: ReportOptions): ReportWriter {
  const words = createReportWords(options);
  const coverage = createCoverage(options.standards);
  const children: FileChild[] = firstPage(words, options);
  return {
    record(record) {
      const passages = choosePassages(record, options);
      if (!isInReport(record, options)) return Promise.resolve();
      coverage.add({ passages });
      children.push(...recordPart(record, passages, words, options));
      return Promise.resolve();
    },
    async end(summary) {
      if (options.withProfile) children.push(...runPart(summary, words));
      children.push(...coveragePart(coverage.rows(options.nation), words), ...leftOutPart(summary, words));
      const document = new Document({
        title: title(words, options),
        creator: 'Supervision Lens',
        description: words.notFor.join(' '),
        styles: {
          default: { document: { run: { font: 'Calibri', size: 22, language: { value: 'en-GB' } } } },
        },
        sections: [{ children }],
      });
      await sink(new Uint8Array(await Packer.toArrayBuffer(document)));
    },
  };
}

function title(words: ReportWords, { panel }: ReportOptions): string {
  return words.say(panel ? 'panel-title' : 'title');
}

function heading(text: string, level: (typeof HeadingLevel)[keyof typeof HeadingLevel]): Paragraph {
  return new Paragraph({
    heading: level,
    children: [run(text)],
    keepNext: true,
    spacing: { before: level === HeadingLevel.TITLE ? 0 : 280, after: 80 },
  });
}

function run(text: string, soft = false): TextRun {
  return new TextRun({ text: toMarkupText(text), ...(soft ? { color: '4A5160', size: 19 } : {}) });
}

function plain(text: string): Paragraph {
  return new Paragraph({ children: [run(text)], spacing: { after: 80 } });
}

function soft(text: string): Paragraph {
  return new Paragraph({ children: [run(text, true)], spacing: { after: 120 } });
}

function bullet(text: string): Paragraph {
  return new Paragraph({ children: [run(text)], bullet: { level: 0 } });
}

function firstPage(words: ReportWords, options: ReportOptions): FileChild[] {
  return [
    heading(title(words, options), HeadingLevel.TITLE),
    soft(words.say('made', { day: words.day(options.today), version: options.version })),
    heading(words.say('not-for'), HeadingLevel.HEADING_1),
    ...words.notFor.map(bullet),
  ];
}

function recordPart(
  record: ReportRecord,
  passages: readonly ReportPassage[],
  words: ReportWords,
  { panel, withProfile }: ReportOptions,
): FileChild[] {
  const strengths = record.strengths.flatMap(({ message, passage }) => {
    const found = passages.find(({ index }) => index === passage);
    return found === undefined ? [] : [plain(message), quotation(found)];
  });
  return [
    heading(record.title, HeadingLevel.HEADING_1),
    soft(`${record.path} · ${words.recordLine(record)}`),
    ...(strengths.length === 0
      ? []
      : [heading(words.say('strengths'), HeadingLevel.HEADING_2), ...strengths]),
    ...(withProfile ? profilePart(record, words) : []),
    heading(words.say(panel ? 'chosen' : 'passages'), HeadingLevel.HEADING_2),
    ...(panel
      ? passages.flatMap((passage) => passagePart(passage, words))
      : groupByCulture(passages).flatMap((group) => [
          heading(capitalise(words.culture(group.culture)), HeadingLevel.HEADING_3),
          ...group.passages.flatMap((passage) => passagePart(passage, words)),
        ])),
    ...(record.comments.length === 0 ? [] : [heading(words.say('comments'), HeadingLevel.HEADING_2)]),
    ...record.comments.map((comment) => commentPart(comment, words)),
    ...(record.leftOut === 0 || panel ? [] : [soft(words.say('left-out', { n: record.leftOut }))]),
  ];
}

function profilePart({ reading, profile }: ReportRecord, words: ReportWords): FileChild[] {
  if (profile.words < neededWords) return [plain(`${reading.words}.`), soft(reading.counts)];
  const rows = cultures.map((culture) => [
    capitalise(words.culture(culture)),
    `${Math.round(profile.shares[culture] * 100)} %`,
  ]);
  return [
    plain(`${reading.words}.`),
    soft(reading.counts),
    soft(words.say('shares', { n: profile.words })),
    table([[words.say('column-culture'), words.say('column-share')], ...rows]),
  ];
}

function passagePart(passage: ReportPassage, words: ReportWords): Paragraph[] {
  return [
    quotation(passage),
    new Paragraph({
      children: [run(words.passageLine(passage), true)],
      indent: { left: 360 },
      spacing: { after: 160 },
    }),
    ...passage.comments.map((comment) => commentPart(comment, words)),
  ];
}

function quotation({ text }: ReportPassage): Paragraph {
  return new Paragraph({ children: [run(text)], indent: { left: 360 }, spacing: { before: 60, after: 40 } });
}

function commentPart({ author, created, text, capabilities }: RecordComment, words: ReportWords): Paragraph {
  const who = [
    author,
    created === '' ? '' : words.day(created.slice(0, 10)),
    ...capabilities.map(words.capability),
  ];
  const head = [words.say('comment'), ...who.filter((part) => part !== '')].join(' · ');
  const lines = text.split('\n').map((line) => new TextRun({ text: toMarkupText(line), break: 1 }));
  return new Paragraph({
    children: [run(head, true), ...lines],
    indent: { left: 720 },
    spacing: { after: 160 },
  });
}

function runPart({ runs }: ReportSummary, words: ReportWords): FileChild[] {
  return runs.flatMap(({ by, key, records }) => [
    heading(words.say(by === 'person' ? 'run-person' : 'run-team', { key }), HeadingLevel.HEADING_1),
    plain(words.say('run-why')),
    table([
      ['date', 'kind', 'reading'].map((name) => words.say(`column-${name}`)),
      ...records.map((each) => [words.day(each.date), words.kind(each.kind), each.words]),
    ]),
  ]);
}

function coveragePart(rows: readonly CoverageRow[], words: ReportWords): FileChild[] {
  if (rows.length === 0) return [];
  const notes = [...new Set(rows.map(({ standard }) => standard.set))];
  return [
    heading(words.say('standards'), HeadingLevel.HEADING_1),
    plain(words.say('standards-why')),
    ...notes.map(({ name, note }) => bullet(`${name}. ${note}`)),
    table([
      ['standard', 'title', 'passages'].map((name) => words.say(`column-${name}`)),
      ...rows.map(({ standard, passages }) => [
        `#${standard.id}`,
        standard.title,
        passages.length === 0 ? words.say('not-tagged') : passages.join(', '),
      ]),
    ]),
  ];
}

function leftOutPart({ limited, skipped }: ReportSummary, words: ReportWords): FileChild[] {
  const lines = [
    ...(limited === 0 ? [] : [words.say('limited', { n: limited })]),
    ...skipped.map(({ path, reason }) => `${path}: ${reason}`),
  ];
  return lines.length === 0
    ? []
    : [heading(words.say('not-in'), HeadingLevel.HEADING_1), ...lines.map(bullet)];
}

function table([first = [], ...rows]: readonly (readonly string[])[]): Table {
  const cells = (texts: readonly string[], head: boolean): TableCell[] =>
    texts.map(
      (text) =>
        new TableCell({
          children: [
            new Paragraph({
              children: [new TextRun({ text: toMarkupText(text), ...(head ? { style: 'Strong' } : {}) })],
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

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
