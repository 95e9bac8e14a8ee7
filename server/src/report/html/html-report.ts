import { neededWords } from '../../balance/share-rules.ts';
import { cultures } from '../../terms/cultures.ts';
import { choosePassages, groupByCulture, hasOwnPart, isInReport } from '../content/choose-passages.ts';
import type { RecordComment } from '../../annotations/read-comments.ts';
import { createCoverage } from '../content/coverage.ts';
import { escapeMarkup as escape } from '../escape-markup.ts';
import { reportStyle } from './html-style.ts';
import type { ReportPassage, ReportRecord, ReportSummary } from '../content/report-content.ts';
import { createReportWords, type ReportWords } from '../report-words.ts';
import { createTextSink, type ReportOptions, type ReportSink, type ReportWriter } from '../report-writer.ts';

/** One self-contained page: no script, nothing from elsewhere. It is written record by record. */
export function createHtmlReport(sink: ReportSink, options: ReportOptions): ReportWriter {
  const write = createTextSink(sink);
  const words = createReportWords(options);
  const coverage = createCoverage(options.standards);
  const strays: ReportRecord[] = [];
  let begun = false;
  const begin = async (): Promise<void> => {
    if (begun) return;
    begun = true;
    await write(pageHead(words, options));
  };
  return {
    async record(record) {
      const passages = choosePassages(record, options);
      if (!isInReport(record, options)) return;
      await begin();
      if (record.strayComments.length > 0) strays.push(record);
      if (!hasOwnPart(record, options)) return;
      coverage.add({ passages });
      await write(recordSection(record, passages, words, options));
    },
    async end(summary) {
      await begin();
      await write(
        `${runSections(summary, words, options)}${coverageSection(coverage.rows(options.nation), words)}` +
          `${strayComments(strays, words)}${leftOutSection(summary, words)}</main>\n</body>\n</html>\n`,
      );
    },
  };
}

function pageHead(words: ReportWords, { panel, today, version }: ReportOptions): string {
  const title = escape(words.say(panel ? 'panel-title' : 'title'));
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>
${reportStyle}
</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p class="soft">${escape(words.say('made', { day: words.day(today), version }))}</p>
<section class="not-for" aria-labelledby="not-for">
<h2 id="not-for">${escape(words.say('not-for'))}</h2>
<ul>
${words.notFor.map((sentence) => `<li>${escape(sentence)}</li>`).join('\n')}
</ul>
</section>
`;
}

function recordSection(
  record: ReportRecord,
  passages: readonly ReportPassage[],
  words: ReportWords,
  options: ReportOptions,
): string {
  const { say } = words;
  const strengths = record.strengths.filter(({ passage }) => passages.some(({ index }) => index === passage));
  return [
    `<h2 class="record">${escape(record.title)}</h2>`,
    `<p class="soft">${escape(`${record.path} · ${words.recordLine(record)}`)}</p>`,
    ...(strengths.length === 0 ? [] : [`<h3>${escape(say('strengths'))}</h3>`]),
    ...strengths.map(({ message, passage }) => {
      const found = passages.find(({ index }) => index === passage);
      return `<p>${escape(message)}</p>\n${found === undefined ? '' : quotation(found, record, words, false)}`;
    }),
    ...(options.withProfile ? [profilePart(record, words)] : []),
    `<h3>${escape(say(options.panel ? 'chosen' : 'passages'))}</h3>`,
    ...(options.panel
      ? passages.map((passage) => quotation(passage, record, words, true))
      : groupByCulture(passages).flatMap((group) => [
          `<h4 class="${group.culture}">${escape(capitalise(words.culture(group.culture)))}</h4>`,
          ...group.passages.map((passage) => quotation(passage, record, words, true)),
        ])),
    ...(record.comments.length === 0 ? [] : [`<h3>${escape(say('comments'))}</h3>`]),
    ...record.comments.map((comment) => commentPart(comment, words)),
    ...(record.leftOut === 0 || options.panel
      ? []
      : [`<p class="soft">${escape(say('left-out', { n: record.leftOut }))}</p>`]),
    '',
  ].join('\n');
}

function profilePart({ reading, profile }: ReportRecord, words: ReportWords): string {
  const { say } = words;
  const lines = [
    `<h3>${escape(say('balance'))}</h3>`,
    `<p>${escape(reading.words)}.</p>`,
    `<p class="soft">${escape(reading.counts)}</p>`,
  ];
  if (profile.words < neededWords) return lines.join('\n');
  const rows = cultures.map(
    (culture) =>
      `<tr><th scope="row">${escape(capitalise(words.culture(culture)))}</th><td class="number">${Math.round(profile.shares[culture] * 100)} %</td></tr>`,
  );
  return `${lines.join('\n')}
<table class="shares"><caption>${escape(say('shares', { n: profile.words }))}</caption>
<thead><tr><th scope="col">${escape(say('column-culture'))}</th><th scope="col" class="number">${escape(say('column-share'))}</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody></table>`;
}

function quotation(
  passage: ReportPassage,
  record: ReportRecord,
  words: ReportWords,
  withComments: boolean,
): string {
  return [
    `<figure class="${passage.culture}"><blockquote>${escape(passage.text)}</blockquote>`,
    `<figcaption>${escape(words.passageLine(passage, record))}</figcaption></figure>`,
    ...(withComments ? passage.comments.map((comment) => commentPart(comment, words)) : []),
  ].join('\n');
}

function commentPart({ author, created, text, capabilities }: RecordComment, words: ReportWords): string {
  const who = [
    author,
    created === '' ? '' : words.day(created.slice(0, 10)),
    ...capabilities.map(words.capability),
  ].filter((part) => part !== '');
  return `<div class="comment">${escape(text)}${who.length === 0 ? '' : `<br><span class="soft">${escape(who.join(' · '))}</span>`}</div>`;
}

function runSections({ runs }: ReportSummary, words: ReportWords, options: ReportOptions): string {
  if (!options.withProfile) return '';
  return runs
    .map(({ by, key, records }) => {
      const heading = escape(words.say(by === 'person' ? 'run-person' : 'run-team', { key }));
      const rows = records.map(
        (each) =>
          `<tr><td>${escape(words.day(each.date))}</td><td>${escape(words.kind(each.kind))}</td><td>${escape(each.words)}</td></tr>`,
      );
      return `<h2>${heading}</h2>
<p>${escape(words.say('run-why'))}</p>
<table><caption>${escape(words.say('run-caption'))}</caption>
<thead><tr>${['date', 'kind', 'reading'].map((name) => `<th scope="col">${escape(words.say(`column-${name}`))}</th>`).join('')}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody></table>
`;
    })
    .join('');
}

function coverageSection(
  rows: ReturnType<ReturnType<typeof createCoverage>['rows']>,
  words: ReportWords,
): string {
  if (rows.length === 0) return '';
  const notes = [...new Set(rows.map(({ standard }) => standard.set))].map(
    ({ name, note }) => `<li>${escape(`${name}. ${note}`)}</li>`,
  );
  const lines = rows.map(
    ({ standard, passages }) =>
      `<tr><th scope="row">${escape(`#${standard.id}`)}</th><td>${escape(standard.title)}</td><td>${escape(passages.length === 0 ? words.say('not-tagged') : passages.join(', '))}</td></tr>`,
  );
  return `<h2>${escape(words.say('standards'))}</h2>
<p>${escape(words.say('standards-why'))}</p>
<ul>
${notes.join('\n')}
</ul>
<table><caption>${escape(words.say('standards-caption'))}</caption>
<thead><tr>${['standard', 'title', 'passages'].map((name) => `<th scope="col">${escape(words.say(`column-${name}`))}</th>`).join('')}</tr></thead>
<tbody>
${lines.join('\n')}
</tbody></table>
`;
}

/** Without the words that they were about: somebody took those out. */
function strayComments(records: readonly ReportRecord[], words: ReportWords): string {
  if (records.length === 0) return '';
  const parts = records.flatMap((record) => [
    `<h3>${escape(record.title)}</h3>`,
    `<p class="soft">${escape(`${record.path} · ${words.recordLine(record)}`)}</p>`,
    ...record.strayComments.map((comment) => commentPart(comment, words)),
  ]);
  return `<h2>${escape(words.say('stray-comments'))}</h2>
<p>${escape(words.say('stray-comments-why'))}</p>
${parts.join('\n')}
`;
}

function leftOutSection({ limited, skipped }: ReportSummary, words: ReportWords): string {
  const lines = [
    ...(limited === 0 ? [] : [words.say('limited', { n: limited })]),
    ...skipped.map(({ path, reason }) => `${path}: ${reason}`),
  ];
  if (lines.length === 0) return '';
  return `<h2>${escape(words.say('not-in'))}</h2>
<ul>
${lines.map((line) => `<li>${escape(line)}</li>`).join('\n')}
</ul>
`;
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
