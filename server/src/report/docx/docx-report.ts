import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
  type FileChild,
} from 'docx';
import { neededWords } from '../../balance/share-rules.ts';
import { cultures } from '../../terms/cultures.ts';
import { choosePassages, groupByCulture, hasOwnPart, isInReport } from '../content/choose-passages.ts';
import type { RecordComment } from '../../annotations/read-comments.ts';
import { createCoverage, type CoverageRow } from '../content/coverage.ts';
import { toMarkupText } from '../escape-markup.ts';
import type { ReportPassage, ReportRecord, ReportSummary } from '../content/report-content.ts';
import { createReportWords, type ReportWords } from '../report-words.ts';
import type { ReportOptions, ReportSink, ReportWriter } from '../report-writer.ts';
import { bullet, heading, plain, quotation, run, soft } from './word-paragraphs.ts';
import { wordTable } from './word-table.ts';

/**
 * A Word document with real headings, so that it can be navigated and read aloud. It is built in memory and
 * written at the end: for a portfolio, not for a whole archive.
 */
export function createDocxReport(sink: ReportSink, options: ReportOptions): ReportWriter {
  const words = createReportWords(options);
  const coverage = createCoverage(options.standards);
  const children: FileChild[] = firstPage(words, options);
  const strays: ReportRecord[] = [];
  let begun = false;
  return {
    record(record) {
      const passages = choosePassages(record, options);
      if (!isInReport(record, options)) return Promise.resolve();
      if (record.strayComments.length > 0) strays.push(record);
      if (!hasOwnPart(record, options)) return Promise.resolve();
      coverage.add({ passages });
      children.push(...recordPart(record, passages, words, { ...options, newPage: begun }));
      begun = true;
      return Promise.resolve();
    },
    async end(summary) {
      if (options.withProfile) children.push(...runPart(summary, words));
      children.push(
        ...coveragePart(coverage.rows(options.nation), words),
        ...strayPart(strays, words),
        ...leftOutPart(summary, words),
      );
      const document = new Document({
        title: title(words, options),
        creator: 'Supervision Lens',
        description: words.notFor.join(' '),
        styles: {
          default: { document: { run: { font: 'Calibri', size: 22, language: { value: 'en-GB' } } } },
        },
        sections: [{ footers: { default: pageNumber() }, children }],
      });
      await sink(new Uint8Array(await Packer.toArrayBuffer(document)));
    },
  };
}

function title(words: ReportWords, { panel }: ReportOptions): string {
  return words.say(panel ? 'panel-title' : 'title');
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
  { panel, withProfile, newPage }: ReportOptions & { readonly newPage: boolean },
): FileChild[] {
  const strengths = record.strengths.flatMap(({ message, passage }) => {
    const found = passages.find(({ index }) => index === passage);
    return found === undefined ? [] : [plain(message, true), quotation(found.text, true)];
  });
  return [
    heading(record.title, HeadingLevel.HEADING_1, newPage),
    soft(`${record.path} · ${words.recordLine(record)}`),
    ...(strengths.length === 0
      ? []
      : [heading(words.say('strengths'), HeadingLevel.HEADING_2), ...strengths]),
    ...(withProfile ? profilePart(record, words) : []),
    heading(words.say(panel ? 'chosen' : 'passages'), HeadingLevel.HEADING_2),
    ...(panel
      ? passages.flatMap((passage) => passagePart(passage, record, words))
      : groupByCulture(passages).flatMap((group) => [
          heading(capitalise(words.culture(group.culture)), HeadingLevel.HEADING_3),
          ...group.passages.flatMap((passage) => passagePart(passage, record, words)),
        ])),
    ...(record.comments.length === 0 ? [] : [heading(words.say('comments'), HeadingLevel.HEADING_2)]),
    ...record.comments.map((comment) => commentPart(comment, words)),
    ...(record.leftOut === 0 || panel ? [] : [soft(words.say('left-out', { n: record.leftOut }))]),
  ];
}

function profilePart({ reading, profile }: ReportRecord, words: ReportWords): FileChild[] {
  const said = [
    heading(words.say('balance'), HeadingLevel.HEADING_2),
    plain(`${reading.words}.`),
    soft(reading.counts),
  ];
  if (profile.words < neededWords) return said;
  const rows = cultures.map((culture) => [
    capitalise(words.culture(culture)),
    `${Math.round(profile.shares[culture] * 100)} %`,
  ]);
  return [
    ...said,
    soft(words.say('shares', { n: profile.words }), true),
    wordTable([[words.say('column-culture'), words.say('column-share')], ...rows]),
  ];
}

function passagePart(passage: ReportPassage, record: ReportRecord, words: ReportWords): Paragraph[] {
  return [
    quotation(passage.text, false),
    new Paragraph({
      children: [run(words.passageLine(passage, record), true)],
      indent: { left: 360 },
      spacing: { after: 160 },
    }),
    ...passage.comments.map((comment) => commentPart(comment, words)),
  ];
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
    plain(words.say('run-why'), true),
    wordTable([
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
    wordTable([
      ['standard', 'title', 'passages'].map((name) => words.say(`column-${name}`)),
      ...rows.map(({ standard, passages }) => [
        `#${standard.id}`,
        standard.title,
        passages.length === 0 ? words.say('not-tagged') : passages.join(', '),
      ]),
    ]),
  ];
}

/** Without the words that they were about: somebody took those out. */
function strayPart(records: readonly ReportRecord[], words: ReportWords): FileChild[] {
  if (records.length === 0) return [];
  return [
    heading(words.say('stray-comments'), HeadingLevel.HEADING_1),
    plain(words.say('stray-comments-why')),
    ...records.flatMap((record) => [
      heading(record.title, HeadingLevel.HEADING_2),
      soft(`${record.path} · ${words.recordLine(record)}`, true),
      ...record.strayComments.map((comment) => commentPart(comment, words)),
    ]),
  ];
}

function pageNumber(): Footer {
  const number = new TextRun({ children: [PageNumber.CURRENT], color: '4A5160', size: 18 });
  return new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [number] })] });
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

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
