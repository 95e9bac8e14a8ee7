import type { ProtocolCulture, RunView, ShownPassage } from '../../server/src/protocol.ts';
import { createChartFigure } from './chart-figure.ts';
import { createElement, createLink, replaceContent } from './element.ts';
import { connectHost } from './host.ts';
import type { RunMessage, RunWords } from './messages.ts';
import { createRunChart } from './run-chart.ts';
import { createRunTable } from './run-table.ts';
import { onThemeChange, readTheme } from './theme.ts';
import { createTopicList } from './topic-list.ts';

/** The script of the view of a run. */
const head = createElement('div');
const figure = createChartFigure('lines');
const rest = createElement('div');
document.body.append(createElement('main', {}, head, figure.element, rest));

const host = connectHost((message) => {
  if (message.type !== 'run') return;
  last = message;
  draw(message);
});
const openTop = ({ uri }: { readonly uri: string }): void =>
  host.send({ type: 'reveal', uri, place: { line: 0, character: 0 } });
const goTo = ({ uri, range }: Pick<ShownPassage, 'uri' | 'range'>): void =>
  host.send({ type: 'reveal', uri, place: range.start });
const chart = createRunChart(figure.canvas, openTop);
let last: RunMessage | undefined;
onThemeChange(() => {
  if (last !== undefined) draw(last);
});

function draw({ run, message, words, names, language }: RunMessage): void {
  const paragraph = (text: string, className = ''): HTMLElement => createElement('p', { className }, text);
  figure.element.hidden = run === null || run.records.length < 2;
  if (run === null) {
    replaceContent(head, createElement('h1', {}, words.title), paragraph(message));
    replaceContent(rest);
    return;
  }
  const intro = [createElement('h1', {}, words.title), paragraph(words.intro, 'counts')];
  if (run.note !== '') intro.push(paragraph(run.note));
  replaceContent(head, ...intro);
  const pairs = Object.entries(names) as [ProtocolCulture, string][];
  figure.describe(words.chart, '');
  chart.draw({ records: run.records, names: pairs, language }, readTheme());
  const table = createRunTable(
    run.records,
    pairs,
    { caption: words.chart, record: words.record, language },
    openTop,
  );
  replaceContent(rest, table, ...drawRest(run, words, language));
}

function drawRest(run: RunView, words: RunWords, language: string): HTMLElement[] {
  const parts: HTMLElement[] = [];
  const part = (title: string, ...content: readonly HTMLElement[]): void => {
    if (content.length > 0) parts.push(createElement('h2', {}, title), ...content);
  };
  const list = (items: readonly (Node | string)[]): HTMLElement[] =>
    items.length === 0
      ? []
      : [createElement('ul', {}, ...items.map((item) => createElement('li', {}, item)))];
  part(
    words.quiet,
    ...(run.quiet.length === 0
      ? [createElement('p', {}, words.quietNone)]
      : list(run.quiet.map(({ message }) => message))),
  );
  if (run.questions.length > 0)
    part(
      words.questions,
      createElement('p', { className: 'counts' }, words.questionsIntro),
      ...createTopicList(run.questions, language, goTo),
    );
  part(
    words.findings,
    ...list(
      run.findings.map((finding, index) =>
        createLink(finding.message, `finding ${index}`, () => goTo(finding)),
      ),
    ),
  );
  part(words.told, ...list(run.told.map(({ label, value }) => `${label}: ${value}`)));
  if (run.styles.length > 0)
    part(
      words.styles,
      createElement('p', { className: 'counts' }, run.stylesNote),
      ...createTopicList(run.styles, language, goTo),
    );
  part(words.observations, ...createTopicList(run.observations, language, goTo));
  part(
    words.undated,
    ...(run.undated.length === 0 ? [] : [createElement('p', { className: 'counts' }, words.undatedHint)]),
    ...list(
      run.undated.map((record) => createLink(record.title, `undated ${record.uri}`, () => openTop(record))),
    ),
  );
  return parts;
}
